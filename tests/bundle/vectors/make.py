"""Make the vectors anew: `python -m tests.bundle.vectors.make`, from the project's folder.

Two versions of a small bundle in both forms, patches right and wrong, the roots that the installed
copy trusts, and what comes of each case: the new file byte for byte, or the code of the refusal.
"""

from pathlib import Path

from tests.support.patching import vectors

HERE = Path(__file__).parent


def main() -> None:
    """Write the files, and remove those that are no more."""
    made = vectors()
    for left in sorted(
        {each.name for each in HERE.iterdir() if each.suffix != ".py"} - made.keys()
    ):
        (HERE / left).unlink()
    for name, data in made.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
