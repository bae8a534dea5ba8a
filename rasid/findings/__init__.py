"""What the text says: mentions and roles, speech, dates, quantities, frames."""
