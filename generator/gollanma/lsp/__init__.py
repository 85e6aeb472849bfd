"""What an editor asks while somebody writes: findings, names, places, new names, mending.

The only package that knows the language server protocol. It decides nothing about records: it asks
the layers before it, and gives what they say in the places of an editor.
"""
