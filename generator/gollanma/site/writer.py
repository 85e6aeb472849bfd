"""Writing the files of a site into a folder."""

from pathlib import Path

from gollanma.site.settings import Write


def folder_writer(folder: Path) -> Write:
    """Give what writes files under a folder and never over one another."""

    def write(address: str, content: bytes) -> None:
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)

    return write
