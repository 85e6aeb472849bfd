"""Files as we keep them: UTF-8 without a mark, plain ends of line, composed letters.

Nothing else of a file is touched: order, comments and quotes stay as their author wrote them.
"""

import unicodedata

MARK = "\ufeff"


def normal(data: bytes, encoding: str = "utf-8") -> bytes:
    """Give a file as we keep it.

    `encoding` is the one in which the file was saved, such as cp1251. Raises UnicodeDecodeError
    when the bytes are not of that encoding, and LookupError when there is no such encoding.
    """
    text = data.decode(encoding).removeprefix(MARK)
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    ended = lines if not lines or lines.endswith("\n") else f"{lines}\n"
    return ended.encode("utf-8")
