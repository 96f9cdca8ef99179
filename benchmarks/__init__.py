"""Speed and memory of the stages and of the whole job."""
