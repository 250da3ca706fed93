"""The card says what a loader needs, and its features are those of the files."""

import pytest
import yaml

from annotator.flows.exporting import export
from annotator.tools.codebook import parse
from annotator.tools.release.card import card
from annotator.tools.release.tally import Tally
from tests.exporting.office import CODEBOOK, PLAN, label, lines

TYPES = {"string": str, "int64": int, "float64": float, "bool": bool}


def head(text):
    assert text.startswith("---\n")
    return yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])


@pytest.fixture
def released(office, tmp_path):
    """(the card's head, its body, {configuration: records})."""
    label(office)
    export(office.project, office.codebook, tmp_path / "out")
    text = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    meta = head(text)
    paths = {config["config_name"]: config["data_files"][0]["path"] for config in meta["configs"]}
    return meta, text, {name: lines(tmp_path / "out" / path) for name, path in paths.items()}


def test_the_head_names_language_configurations_and_default(released):
    meta = released[0]
    assert (meta["language"], meta["size_categories"]) == (["zh"], ["n<1K"])
    assert [(config["config_name"], config["default"]) for config in meta["configs"]] == [
        ("canonical", True), ("classification", False),
    ]  # fmt: skip
    assert {config["data_files"][0]["split"] for config in meta["configs"]} == {"train"}


def test_features_fit_every_record_key_by_key(released):
    meta, _, records = released
    for info in meta["dataset_info"]:
        for record in records[info["config_name"]]:
            fits(info["features"], record)


def fits(features, value):
    assert [feature["name"] for feature in features] == list(value)
    for feature in features:
        item = value[feature["name"]]
        if "struct" in feature:
            if item is not None:
                fits(feature["struct"], item)
        elif "list" in feature:
            for one in item:
                fits(feature["list"], one)
        elif "sequence" in feature:
            assert all(of_type(feature["sequence"], one) for one in item)
        else:
            assert item is None or of_type(feature["dtype"], item), feature


def of_type(dtype, value):
    if isinstance(dtype, dict):
        return value in dtype["class_label"]["names"].values()
    return type(value) is TYPES[dtype]


def test_labels_to_learn_are_classes_in_the_order_of_the_codebook(released):
    (view,) = (one for one in released[0]["dataset_info"] if one["config_name"] == "classification")
    names = {"0": "data", "1": "infra", "2": "infra.compute"}
    (labels,) = (one for one in view["features"] if one["name"] == "labels")
    assert labels["sequence"] == {"class_label": {"names": names}}


def test_codes_that_yaml_takes_for_something_else_stay_codes(office, tmp_path):
    office.use(CODEBOOK.replace('kind = "multi"\nmax = 3', 'kind = "text"').replace(TOPICS, ""))
    _, ids = office.bring("方案.txt", PLAN)
    office.at("amy").finish(ids[0], {"kind": ["no"]})
    export(office.project, office.codebook, tmp_path / "out")
    view = head((tmp_path / "out/README.md").read_text(encoding="utf-8"))["dataset_info"][1]
    (primary,) = (one for one in view["features"] if one["name"] == "primary")
    assert primary["dtype"] == {"class_label": {"names": {"0": "task", "1": "no"}}}


TOPICS = CODEBOOK[CODEBOOK.index('code = [\n    { id = "data"') : CODEBOOK.index('[[field]]\nid = "unit"')]


def test_a_release_in_which_nothing_is_settled_offers_the_canonical_records_alone(office, tmp_path):
    office.bring("方案.txt", PLAN)
    export(office.project, office.codebook, tmp_path / "out")
    text = (tmp_path / "out/README.md").read_text(encoding="utf-8")
    assert [config["config_name"] for config in head(text)["configs"]] == ["canonical"]
    assert "no clause is settled" in text
    assert '"classification"' not in text


@pytest.mark.parametrize(
    "line",
    [
        "1 policy documents, cut into 7 clauses, labelled under the codebook “trial”.",
        "| `gold` | 经人裁定，没有遗留分歧 | decided by a person, nothing left open | 1 |",
        "| `priority` | 优先级 | Priority | 等级 ordinal | 3 | 0 | 2 | 1 | 1 |",
        "| `infra.compute` | 算力 | Compute | 1 |",
        "2 reviewers submitted 7 reviews.",
        "`classification` holds the 4 clauses on which the field `topic` is settled",
        "the other 3 by reason",
        "Nothing is split yet",
        "The licence of the texts is not this tool's to state",
        "There are no coefficients of agreement here",
    ],
)
def test_the_body_tells_what_is_there_and_what_is_not(released, line):
    assert line in released[1]


def test_names_cannot_break_a_table_of_the_card():
    codebook = parse(CODEBOOK.replace("试用码表", "甲").replace('zh = "理由"', 'zh = "理|由\\n二"'), "t")
    lines_of = card(codebook, Tally(codebook), []).splitlines()
    assert "| `reason` | 理\\|由 二 | Reason | 文字 text | 0 | 0 | 0 | 0 | 0 |" in lines_of


@pytest.mark.parametrize(
    ("clauses", "size"),
    [(999, "n<1K"), (1_000, "1K<n<10K"), (99_999, "10K<n<100K"), (1_000_000, "1M<n<10M")],
)
def test_the_size_is_named_as_hubs_name_it(clauses, size):
    codebook = parse(CODEBOOK, "t")
    tally = Tally(codebook)
    tally.clauses = clauses
    assert head(card(codebook, tally, []))["size_categories"] == [size]
