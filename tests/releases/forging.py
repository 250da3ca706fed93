"""Releases that somebody altered, and whose sums and sizes they put right."""

import gzip
import hashlib
import json

from annotator.tools.release.layout import MANIFEST, SUMS


def forge(full, name, change):
    """Alter a file, and the sums and the manifest with it."""
    packed = name.endswith(".gz")
    before = (full / name).read_bytes()
    text = gzip.decompress(before) if packed else before
    changed = change(text)
    assert changed != text
    data = gzip.compress(changed) if packed else changed
    (full / name).write_bytes(data)
    manifest = json.loads((full / MANIFEST).read_bytes())
    for file in manifest["files"]:
        if file["path"] == name:
            old, new = file["sha256"], hashlib.sha256(data).hexdigest()
            file.update(sha256=new, bytes=len(data))
    sums = (full / SUMS).read_text("utf-8").replace(f"{old}  {name}", f"{new}  {name}").encode()
    (full / SUMS).write_bytes(sums)
    for file in manifest["files"]:
        if file["path"] == SUMS:
            file.update(sha256=hashlib.sha256(sums).hexdigest(), bytes=len(sums))
    (full / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def less(number):
    """A change that drops a line."""
    return lambda data: b"".join(
        line for at, line in enumerate(data.splitlines(keepends=True)) if at != number
    )


def other(before, after, times=-1):
    """A change of words."""
    return lambda data: data.replace(before.encode(), after.encode(), times)


def swapped(data):
    """A change that puts the second line before the first."""
    first, second, *rest = data.splitlines(keepends=True)
    return b"".join([second, first, *rest])
