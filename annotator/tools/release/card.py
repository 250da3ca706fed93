"""The dataset card: what a loader reads (the head, in YAML) and what a person reads (the body).

It is in both languages, because the same labels give the same bytes whoever exports them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.model.split import Split
from annotator.tools.release.card_division import division
from annotator.tools.release.features import features
from annotator.tools.release.leaks import Leaks
from annotator.tools.release.licence import NONE, card_licence
from annotator.tools.release.markdown import code, table
from annotator.tools.release.shape import Struct
from annotator.tools.release.tally import Tally
from annotator.tools.release.terms import Terms
from annotator.tools.release.verdict import ANSWER_STATES, STATUSES
from annotator.words import both

LOADED: Mapping[Split, str] = {"all": "train"}
"""What loaders call a split, where they keep its name for something else."""
_USUAL = Terms()
_SIZES = (
    (1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A view as it is written: its files by split, its `lines`, and how many clauses it leaves out. It loads
    by its name; the first of a card is the default. `field` is the one that it is about, if it is about one.
    """

    name: str
    shape: Struct
    files: Mapping[Split, tuple[str, ...]]
    lines: int = 0
    excluded: int = 0
    field: Field | None = None

    def said(self) -> tuple[str, str]:
        """What it is for, in Chinese and English."""
        family = self.name.removesuffix(f"_{self.field.id}") if self.field else self.name
        names = (self.field.zh, self.field.en) if self.field else ("", "")
        zh, en = ({"field": name} for name in names)
        return both(f"release.view_{family}", **zh)[0], both(f"release.view_{family}", **en)[1]


def card(
    codebook: Codebook,
    tally: Tally,
    views: Sequence[Shown],
    *,
    leaks: Leaks | None = None,
    query: str = "",
    reviewers: Sequence[str] = (),
    terms: Terms = _USUAL,
    about: str = "",
) -> str:
    """README.md of a release with these views, divided as `leaks` tells. `query` is what every clause of the
    release meets, empty where it holds all of them; `reviewers` are the names of the one person whose work
    alone is in it, empty where everyone's is. `terms` are those on which it is given, `about` what its maker
    says, in Markdown.
    """
    filled = [view for view in views if view.lines]
    head = "\n".join(_yaml(_head(tally, filled, terms)))
    told = _body(
        codebook, tally, filled, leaks=leaks, query=query, reviewers=reviewers, terms=terms, about=about
    )
    body = "\n\n".join(told)
    return f"---\n{head}\n---\n\n{body}\n"


def _head(tally: Tally, views: Sequence[Shown], terms: Terms) -> dict[str, Any]:
    return {
        "pretty_name": both("export.title")[1],
        "language": ["zh"],
        **card_licence(terms.licence, terms.texts_licence if terms.texts else None),
        "source_datasets": ["original"],
        "task_categories": ["text-classification", "token-classification"],
        "size_categories": [next((name for most, name in _SIZES if tally.clauses < most), "10M<n<100M")],
        "configs": [
            {
                "config_name": view.name,
                "default": view is views[0],
                "data_files": [
                    {"split": LOADED.get(split, split), "path": files[0] if len(files) == 1 else list(files)}
                    for split, files in view.files.items()
                ],
            }
            for view in views
        ],
        "dataset_info": [{"config_name": view.name, "features": features(view.shape)} for view in views],
    }


def _yaml(value: Any) -> Iterator[str]:
    """Block style with every scalar in JSON, which YAML reads as it is meant: a code `no` is no boolean."""
    if isinstance(value, dict):
        for name, inner in value.items():
            key = json.dumps(name) if name.isdecimal() else name
            if isinstance(inner, (dict, list)):
                yield f"{key}:"
                yield from ("  " + line for line in _yaml(inner))
            else:
                yield f"{key}: {json.dumps(inner)}"
    else:
        for item in value:
            lines = list(_yaml(item)) if isinstance(item, (dict, list)) else [json.dumps(item)]
            yield "- " + lines[0]
            yield from ("  " + line for line in lines[1:])


def _limits(query: str, reviewers: Sequence[str], terms: Terms) -> Iterator[str]:
    """What is not in the release."""
    if query:
        yield _said("chosen", query=code(query))
    if reviewers:
        yield _said("of_one", names=", ".join(map(code, reviewers)))
    if not terms.texts:
        yield _said("no_texts")


def _body(
    codebook: Codebook,
    tally: Tally,
    views: Sequence[Shown],
    *,
    leaks: Leaks | None,
    query: str,
    reviewers: Sequence[str],
    terms: Terms,
    about: str,
) -> Iterator[str]:
    yield "# {} · {}".format(*both("export.title"))
    yield _said("about", documents=tally.documents, clauses=tally.clauses, codebook=codebook.name)
    yield from _limits(query, reviewers, terms)
    if said := about.strip():
        yield _heading("about")
        yield said
    yield _heading("load")
    yield "\n".join(["```python", "from datasets import load_dataset", *_loading(views), "```"])
    yield _said("load")
    yield "## {} · {}".format(*both("release.views_heading"))
    yield "\n\n".join(both("release.views"))
    yield table(
        ("name", "视图", "English", "n", "−"),
        ((f"`{view.name}`", *view.said(), str(view.lines), str(view.excluded)) for view in views),
    )
    learnt = next((view for view in views if view.name == "classification" and view.field), None)
    if learnt and learnt.field:
        yield _said("view", field=learnt.field.id, lines=learnt.lines, excluded=learnt.excluded)
    else:
        yield _said("no_view")
    if leaks and leaks.scheme:
        yield from division(leaks, leaks.scheme)
    yield _heading("documents")
    yield _said("documents")
    yield _heading("people")
    submitted = {name: count for name, count in tally.reviewers.items() if count}
    yield _said("people", people=len(submitted), reviews=sum(submitted.values()))
    yield _heading("status")
    yield table(
        ("status", "状态", "English", "n"),
        (
            (f"`{status}`", *both(f"export.means_{status}"), str(tally.statuses[status]))
            for status in STATUSES
        ),
    )
    yield _heading("codebook")
    yield _said("codebook", codebook=codebook.name, version=codebook.version, digest=codebook.digest)
    yield table(
        ("field", "字段", "English", "kind", *ANSWER_STATES),
        (
            (f"`{f.id}`", f.zh, f.en, " ".join(both(f"export.kind_{f.kind}")), *_counts(tally.states[f.id]))
            for f in codebook.clause_fields
        ),
    )
    for field in codebook.clause_fields:
        if field.codes:
            yield _said("codes", field=field.id)
            codes = tally.codes[field.id]
            yield table(
                ("code", "代码", "English", "n"),
                ((f"`{c.id}`", c.zh, c.en, str(codes[c.id])) for c in field.codes),
            )
    yield _heading("fields")
    for name in ("states", "offsets", "primary", "evidence"):
        yield _said(name)
    yield _heading("licence")
    yield from _licences(terms)
    yield _heading("gaps")
    if not (leaks and leaks.scheme):
        yield _said("no_splits")
    if tally.repeats:
        yield _said("repeats", groups=tally.repeats)
    for name in ("no_agreement", *_kept_back(terms), "repairs"):
        yield _said(name)


def _licences(terms: Terms) -> Iterator[str]:
    if terms.licence:
        yield _said("licence_labels", licence=terms.licence)
    else:
        yield _said("licence_labels_open")
    if not terms.texts:
        return
    if not terms.texts_licence:
        yield _said("licence_texts_open")
    elif terms.texts_licence == NONE:
        yield _said("licence_texts_none")
    else:
        yield _said("licence_texts", licence=terms.texts_licence)


def _kept_back(terms: Terms) -> Iterator[str]:
    """What of people is told, and what not."""
    yield f"told_{terms.reviewers}"
    if terms.times != "ms":
        yield f"times_{terms.times}"
    yield "notes_kept" if terms.notes else "notes_dropped"
    if terms.mask and terms.texts:
        yield "masked"


def _loading(views: Sequence[Shown]) -> Iterator[str]:
    for view in views:
        name = "" if view is views[0] else f', "{view.name}"'
        split = LOADED.get(next(iter(view.files)), next(iter(view.files)))
        yield f'load_dataset("PATH/TO/THIS/FOLDER"{name}, split="{split}")'


def _heading(name: str) -> str:
    return "## {} · {}".format(*both(f"export.{name}_heading"))


def _said(name: str, **values: object) -> str:
    return "\n\n".join(both(f"export.{name}", **values))


def _counts(states: Mapping[str, int]) -> list[str]:
    return [str(states[state]) for state in ANSWER_STATES]


def with_texts(text: str, views: Sequence[Shown]) -> str:
    """The card of a release without texts, of what it is when they are joined to it."""
    head, found, body = text.removeprefix("---\n").partition("\n---\n")
    kept = head.partition("\ndataset_info:")[0]
    told = [{"config_name": view.name, "features": features(view.shape)} for view in views if view.lines]
    body = body.replace(_said("no_texts"), _said("texts_joined"))
    return "\n".join(["---", kept, *_yaml({"dataset_info": told})]) + found + body
