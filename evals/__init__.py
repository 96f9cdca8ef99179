"""Quality floors: scores on shared, hand-marked data that may not fall."""
