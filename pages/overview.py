"""Overview: What is in this corpus?"""

from rasid.ui import page

view = page.start("overview")
