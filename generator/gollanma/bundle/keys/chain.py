"""A chain of roots as files, as every bundle carries them and the project keeps them."""

import re
from collections.abc import Iterable, Mapping

from gollanma.bundle import sshsig
from gollanma.bundle.keys.trust import Signed, root_path, signature_path
from gollanma.bundle.lists import ROOTS

ROOT = re.compile(rf"{ROOTS}(?P<number>[1-9][0-9]{{0,5}})\.json")
ROOT_SIGNATURE = re.compile(
    rf"{ROOTS}(?P<number>[1-9][0-9]{{0,5}})\.(?P<keyid>[0-9a-f]{{16}})\.sig"
)


def chain_files(chain: Iterable[Signed]) -> dict[str, bytes]:
    """Give the files of a chain of roots by their paths."""
    files: dict[str, bytes] = {}
    for number, each in enumerate(chain, 1):
        files[root_path(number)] = each.data
        for keyid, armour in each.signatures.items():
            files[signature_path(keyid, number)] = armour.encode()
    return files


def chain_of(files: Mapping[str, bytes]) -> tuple[Signed, ...]:
    """Give the chain of roots among some files, by their numbers."""
    numbers = sorted(int(found["number"]) for path in files if (found := ROOT.fullmatch(path)))
    return tuple(Signed(files[root_path(each)], _signatures(files, each)) for each in numbers)


def armour_of(data: bytes) -> str:
    """Give the letters of a signature; what is too long or no ASCII is none of any key."""
    return data[: sshsig.LONGEST + 1].decode("ascii", "replace")


def _signatures(files: Mapping[str, bytes], number: int) -> dict[str, str]:
    return {
        found["keyid"]: armour_of(files[path])
        for path in files
        if (found := ROOT_SIGNATURE.fullmatch(path)) and int(found["number"]) == number
    }
