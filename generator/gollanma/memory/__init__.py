"""What an earlier run found out, kept in the user's own folder; it knows no other package.

Whatever is kept is named by all that it follows from, so that nothing has to be forgotten in time:
a name is the hash of the bytes of files, of the program, of what was asked. What is kept is JSON,
never code; what cannot be read, or was not written by us to the last byte, is not there.
"""

from gollanma.memory.inputs import PLACES, Look, look
from gollanma.memory.rows import Rows
from gollanma.memory.store import Store, folder_of_user, name_of
from gollanma.memory.version import program

__all__ = ["PLACES", "Look", "Rows", "Store", "folder_of_user", "look", "name_of", "program"]
