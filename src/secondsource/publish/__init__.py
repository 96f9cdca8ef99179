"""Collations → the terminal, HTML, JSON and Markdown."""
