"""Reader: Show me the text."""

from rasid.ui import page

view = page.start("reader")
