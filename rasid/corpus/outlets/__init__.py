"""Whose text it is: the register of outlets, and the traces that each leaves on a page."""
