"""Files become pages: one module a family of formats, and the encodings they are saved in."""
