"""The tables: schema, build, selection, engine."""
