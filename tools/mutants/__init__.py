"""Change the core packages in small ways, and count the changes that no test notices.

Unlike coverage, this says whether a line is tested, not only run.
"""
