"""The handbook as one HTML file: all pages of one language, their style, their search.

A telephone opens one file at a time and nothing beside it. So links lead to places inside the
file, and what a page loads elsewhere stands in blocks of it. Without script the browser itself
shows the page that a link names (`:target`); a script only makes that quick.
"""

from gollanma.bundle.onefile.handbook import FORM, onefile
from gollanma.bundle.onefile.leaves import Binder

__all__ = ["FORM", "Binder", "onefile"]
