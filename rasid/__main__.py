"""`python -m rasid`: build, show, check."""

from rasid.cli import main

main()
