"""Editions and drafts as Word files with tracked changes, and what comes back in them."""
