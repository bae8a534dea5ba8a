"""Rasid (راصد): Arabic news coverage of the coalition's withdrawal from Iraq, with its evidence."""

__version__ = "0.1.0"
