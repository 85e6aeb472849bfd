"""`gollanma serve`: MkDocs' own server, which builds again when a record changes."""

from pathlib import Path

from mkdocs.commands.serve import serve as serve_with_mkdocs

from gollanma.site.build import CONFIGURATION


def serve(root: Path, address: str) -> None:
    """Serve the site of a project at `host:port` until somebody stops it."""
    serve_with_mkdocs(str(root / CONFIGURATION), dev_addr=address, livereload=True)
