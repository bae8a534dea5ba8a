"""Timeline: How did it unfold, and what was promised?"""

from rasid.ui import page

view = page.start("timeline")
