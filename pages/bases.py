"""Bases: What is said of each base?"""

from rasid.ui import page

view = page.start("bases")
