"""`python -m gollanma`: the command line where neither make nor a script on the path is at hand."""

from gollanma.cli import main

if __name__ == "__main__":
    main()
