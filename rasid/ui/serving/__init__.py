"""What stands between the pages and a browser: headers, compression, packed files, who draws when."""
