"""Words of the cross-tables."""

WORDS: dict[str, tuple[str, str]] = {
    "long": ("明细", "all counts"),
    "sheet": ("{field}×{dimension}", "{field} by {dimension}"),
    "document": ("文件", "document"),
    "issuer": ("发文机关", "issuer"),
    "year": ("年份", "year"),
    "column_field": ("标注项", "field"),
    "column_value": ("代码", "value"),
    "column_name": ("名称", "name"),
    "column_state": ("状态", "state"),
    "column_doc_id": ("文件编号", "doc_id"),
    "column_document": ("文件", "document"),
    "column_issuer": ("发文机关", "issuer"),
    "column_year": ("年份", "year"),
    "column_n": ("条数", "n"),
    "column_clauses": ("文件条数", "clauses"),
}
