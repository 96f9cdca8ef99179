"""Story and annotations → collation: statements, facts, conflicts, timeline, coverage."""
