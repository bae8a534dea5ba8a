"""The body of a raw page: what is cut from it, zone by zone, and why."""
