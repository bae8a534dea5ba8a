"""Voices: Who said what, with which numbers?"""

from rasid.ui import page

view = page.start("voices")
