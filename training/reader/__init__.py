"""How the neural reader of attributions in ``secondsource.model`` was trained; README.md here says with what."""
