"""Second Source reads many outlets' reports of one event and collates them."""

__version__ = "0.1.0"
