"""What is in view and how a link carries it: sidebar, filters, comparison, controls, open evidence."""
