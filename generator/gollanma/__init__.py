"""Turn a library of laws, services and procedures, written as YAML, into a site.

The packages stand in the order of their work: `source` reads files, `model` makes records of
them, `graph` links the records, `checks` judges them, `views` and `render` make pages, `site`
publishes them, and `cli` is where a person begins.
"""

__version__ = "0.1.0"
