"""An article on the reader page: its layers, its copies side by side, the lines of a concordance."""
