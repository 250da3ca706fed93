"""Words of the formats of other tools: what stands in their files, and how each is loaded."""

WORDS: dict[str, tuple[str, str]] = {
    "reviewer": ("标注人", "Reviewer"),
    "codes": ("编码", "Codes"),
    "include": ("包括：", "Includes: "),
    "exclude": ("不包括：", "Excludes: "),
    "example": ("例：", "Example: "),
    "no_qdc": (
        "“{path}”不是能读的 REFI-QDA 码表（.qdc）；请在原来的软件里重新导出码表。",
        "“{path}” cannot be read as a REFI-QDA codebook (.qdc); export the codebook from its program again.",
    ),
    "counted": ("{tool}：{path}，{records} 条", "{tool}: {path}, {records} lines"),
    "title": ("给其他工具的文件", "Files for other tools"),
    "about": (
        "偏移量都是码点，左闭右开。spans 所在的文字是条款正文连同责任括注；标回来的数据用 annotator label 收回。",
        "Offsets are code points, half open. Spans stand in the clause's text together with its bracket of units; "
        "what was labelled elsewhere comes back with `annotator label`.",
    ),
    "load_doccano": (
        "分类项目导入 classification、priority，序列标注项目导入 ner、targets（建项目时勾选“允许重叠”，否则重叠的标注会被丢掉）；格式选 JSONL，编码选 utf_8，label 列为 label；labels.json 是标签和快捷键。",
        "Import classification and priority into a project of text classification, ner and targets into one of "
        "sequence labelling (allow overlapping spans, or it drops them silently), as JSONL, encoding utf_8, label "
        "column `label`; labels.json holds the labels with their keys.",
    ),
    "load_label_studio": (
        "标注界面粘贴 config.xml，再导入 JSON；各人的标注是 annotations，程序的建议是 predictions。不要用它的 CoNLL 导出：中文会连成一个词。",
        "Paste config.xml as the labelling interface, then import the JSON: annotations are the reviewers', "
        "predictions the suggestions. Do not take Chinese out as CoNLL: it becomes one token between two spaces.",
    ),
    "load_prodigy": (
        "`prodigy db-in 名称 classification/all.jsonl`；spans 没有 token，由 Prodigy 按所用模型补上（中文可加 --highlight-chars）。",
        "`prodigy db-in NAME classification/all.jsonl`; spans have no tokens, Prodigy adds those of the model in use "
        "(with --highlight-chars, characters).",
    ),
    "load_conll": (
        "一行一个字和标记，用制表符分开，条款之间空一行，空白写成 ␣；.ids 里依次是条款编号。",
        "A character and its tag a line, a tab between them, a blank line between clauses, white space as ␣; "
        "the .ids file has the clauses' ids in the same order.",
    ),
    "load_spacy": (
        '三行存成 DocBin：\n\n```python\nimport json, spacy; from spacy.tokens import Doc, DocBin\nnlp = spacy.blank("zh")\nDocBin(docs=[Doc(nlp.vocab).from_json(json.loads(line)) for line in open("ner/all.jsonl", encoding="utf-8")]).to_disk("all.spacy")\n```',
        'Three lines make a DocBin, with the code above. Tokens are characters; all spans are in `doc.spans["sc"]`, '
        "those that can stand beside each other in `doc.ents`.",
    ),
    "load_fasttext": (
        "`fasttext supervised -input classification/all.txt -output model -loss ova`；字与字用空格分开。fastText 不能表示没有标签的条款，这些条款不在其中。",
        "`fasttext supervised -input classification/all.txt -output model -loss ova`; characters stand apart. fastText "
        "cannot be told of a clause without a label, so those are not in it.",
    ),
    "load_llamafactory": (
        "`dataset_dir` 指到这个文件夹，`dataset` 取 dataset_info.json 里的名称。",
        "`dataset_dir` is this folder, `dataset` a name out of dataset_info.json.",
    ),
    "load_qdc": (
        "在 ATLAS.ti、MAXQDA、NVivo 等软件里用“导入码表（REFI-QDA）”；改过的码表用 annotator codebook use 收回。",
        "Import as a REFI-QDA codebook in ATLAS.ti, MAXQDA, NVivo and others; `annotator codebook use` takes a changed "
        "one back.",
    ),
}
