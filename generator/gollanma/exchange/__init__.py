"""What comes in and goes out in forms that are not ours: law text, Word, Akoma Ntoso.

The only package that knows Word and XML. What it reads it never trusts; what it finds wrong is a
`Diagnostic`, and nothing is written then.
"""
