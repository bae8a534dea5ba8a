"""The dashboard: router, filters, URL state, translation, evidence panel, downloads."""
