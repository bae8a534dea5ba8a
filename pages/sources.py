"""Sources: How do outlets differ?"""

from rasid.ui import page

view = page.start("sources")
