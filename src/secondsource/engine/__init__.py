"""How work is spread: in this process or over a pool of processes."""
