"""Words of the cross-tables."""

WORDS: dict[str, tuple[str, str]] = {
    "long": ("明细", "all counts"),
    "sheet": ("{field}×{dimension}", "{field} by {dimension}"),
    "document": ("文件", "document"),
    "issuer": ("发文机关", "issuer"),
    "year": ("年份", "year"),
}
