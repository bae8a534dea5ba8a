"""Corpus: Is the data sound, and how do I add to it?"""

from rasid.ui import page

view = page.start("corpus")
