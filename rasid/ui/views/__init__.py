"""What the pages show: one module a page or a part that several share."""
