"""Words for people and units."""

WORDS: dict[str, tuple[str, str]] = {
    "annotator": ("标注员", "annotator"),
    "reviewer": ("审核", "reviewer"),
    "arbitrator": ("仲裁", "arbitrator"),
    "supervisor": ("监督", "supervisor"),
    "owner": ("负责人", "owner"),
    "unresolved": ("不在单位表中", "not in the table"),
}
