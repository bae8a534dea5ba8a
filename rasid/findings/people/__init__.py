"""People: where a name begins and ends, what shows that it is one, and whose name it is."""
