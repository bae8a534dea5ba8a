"""Bases, places, organisations and people that are listed, and what happens at a base."""
