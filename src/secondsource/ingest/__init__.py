"""Anything → articles. The text of an article is final after this stage."""
