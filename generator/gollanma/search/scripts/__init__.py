"""The scripts of the search, plain and small; the site ships them as one file."""
