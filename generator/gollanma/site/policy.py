"""What a page may load and run, said in the page itself, so that it holds in a copy too."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Only what lies beside a page: no script or style inside it, nothing from elsewhere."""
