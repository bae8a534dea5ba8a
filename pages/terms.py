"""Terms: Which words, and where?"""

from rasid.ui import page

view = page.start("terms")
