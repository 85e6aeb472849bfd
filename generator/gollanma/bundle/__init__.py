"""Bundles: the handbook of one territory on a stick, complete, signed, and small to renew."""
