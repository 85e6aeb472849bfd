r"""Patches: what makes one version of a bundle out of another one, a few kilobytes of it.

A patch works on one run of bytes: of a folder (zipped or not), the canonical tar of all its files,
manifest, signatures and roots with them (`bundle/tar.py`); of the one-file form, the whole file.
A file `.gpatch` is, with all whole numbers of 4 bytes, the most significant first:

    16 bytes   `GOLLANMA PATCH 1` and then a line end, `\n`
    4 bytes    size of the header, at most 64 KiB
    header     canonical JSON (`bundle/canonical.py`)
    4 bytes    number of signatures, at most 16
    each       4 bytes of size, at most 4 KiB, and an armoured SSHSIG of namespace `gollanma-patch`
               over the bytes of the header
    the rest   the operations, one raw DEFLATE stream (RFC 1951); nothing follows it

The header, all fields required, no others:

    {"schema": 1,
     "bundle": slug, "form": "folder" | "onefile", "languages": [code, ...],
     "from": {"version", "size", "sha256"},    of the bytes of the version before
     "to": {"version", "size", "sha256"},      of the bytes of the version after
     "ops": {"size", "sha256"}}                of the operations, inflated

The version after is the greater one. Neither run of bytes exceeds 512 MiB, and the operations
are at most 16 bytes larger than the bytes they make: whoever applies them needs the memory that the
header states, no more. Operations are varints and bytes, from the first to the last:

    0 offset length          copy so many bytes of the version before, from this offset
    1 length, the bytes      take these bytes

A varint is an unsigned LEB128 number below 2^53 in its shortest form: 7 bits a byte, the least
significant first, the highest bit of a byte set where another follows. A length is at least 1. A
copy lies within the version before. All together they make exactly the bytes of `to`.

Whoever applies a patch refuses it in this order, by these codes:

    patch-form         the file is no patch, or is cut off before the operations
    json, canonical, newer, field, too-large   the header is not as written above
    patch-other        it is for another bundle, form or choice of languages than the installed one
    patch-done         the installed copy is of the version it leads to already
    patch-from         it starts from another version than the installed one
    patch-rollback     it does not lead to a greater version
    signatures         too few people whom the installed copy trusts signed it
    patch-changed      the installed copy is not byte for byte what was handed out
    patch-operations   the operations are not those of the header, or break a rule above, or
                       something follows them
    patch-result       what came out is not what the header names

Then the new version is verified as any bundle is, against the one before.
"""
