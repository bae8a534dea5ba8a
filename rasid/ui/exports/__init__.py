"""What leaves the dashboard: tables as files, citations, a whole page as one file."""
