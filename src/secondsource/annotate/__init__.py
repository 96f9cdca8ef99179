"""Article → annotations: one step a kind of annotation, in the order of STEPS."""
