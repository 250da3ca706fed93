"""The road from a file to clauses, held to its laws on the samples and on text made up of their pieces."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.flows.importing import Cut, files, import_files, segmented
from annotator.flows.opening import create
from annotator.model.ids import clause_id, document_id
from annotator.model.mapping import Clean
from annotator.store import documents, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.verify import verify
from annotator.tools.codebook import check as check_value

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
LINES = [line for path in SAMPLES for line in path.read_text(encoding="utf-8").split("\n")]


def check(cut: Cut) -> None:
    """Partition, exact mapping, and everything where its range says."""
    text, end = cut.source.text, 0
    edits = [edit for segment in cut.segments for edit in segment.edits]
    for segment in cut.segments:
        assert segment.start == end < segment.end
        end = segment.end
        for part, start, stop in (
            (segment.text, segment.text_start, segment.text_end),
            (segment.tail, segment.tail_start, segment.tail_end),
        ):
            assert segment.start <= start <= stop <= segment.end
            way = Clean(text, start, stop, edits)
            assert way.text == part
            for at in range(len(part)):
                raw = way.to_source(at, at + 1)
                first, last = way.to_clean(*raw)
                assert first <= at < last
        for mention in segment.mentions:
            assert segment.start <= mention.start < mention.end <= segment.end
            assert Clean(text, mention.start, mention.end, edits).text == mention.surface
    assert end == len(text)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_the_laws_hold_on_the_samples(sample: Path) -> None:
    check(segmented(sample.read_bytes(), sample.name))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=20), min_size=1, max_size=25),
    st.sampled_from(["\n", "\r\n", "", "\n\n"]),
)
def test_the_laws_hold_on_text_made_of_their_lines(lines: list[str], between: str) -> None:
    text = between.join(lines).replace("\x00", "").encode("utf-8", "replace")
    if text.strip():
        try:
            check(segmented(text, "made.txt"))
        except Exception as error:
            if type(error).__name__ != "UnreadableFile":
                raise


def test_ids_are_the_same_in_another_process() -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.flows.importing import segmented\n"
        "from annotator.model.ids import clause_id\n"
        "cut = segmented(Path(sys.argv[1]).read_bytes(), 'x.txt')\n"
        "print(*[clause_id(cut.source.sha256, s.start, s.end) for s in cut.segments if s.kind == 'clause'])"
    )
    here = segmented(SAMPLES[0].read_bytes(), "x.txt")
    ids = [clause_id(here.source.sha256, s.start, s.end) for s in here.segments if s.kind == "clause"]
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(SAMPLES[0])],
            capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""},
        )  # fmt: skip
        assert done.stdout.split() == ids


@pytest.mark.parametrize(
    ("city", "names"),
    [
        ("上海市", ["上海市教育委员会", "上海市数据局"]),
        ("重庆市", ["重庆市教育委员会", "重庆市大数据应用发展管理局"]),
    ],
)
def test_the_same_short_names_mean_the_bureaus_of_the_issuer(city: str, names: list[str]) -> None:
    text = f"{city}人民政府关于加强人才培养的实施意见\n一、任务\n1.培养人才。（责任单位：市教委、市数据局）\n"
    (clause,) = [s for s in segmented(text.encode(), "x.txt").segments if s.kind == "clause"]
    assert [mention.name for mention in clause.mentions] == names


def test_the_samples_import_with_suggestions_and_verify(tmp_path: Path) -> None:
    with create(tmp_path / "annotator.db", "王芳") as project:
        outcomes = import_files(project, "王芳", codebook_of(project), SAMPLES)
        assert [(one.state, one.clauses) for one in outcomes] == [("new", n) for n in (29, 31, 53, 47, 61)]
        assert {one.state for one in import_files(project, "王芳", codebook_of(project), SAMPLES)} == {
            "known"
        }
        first = documents.listing(project)[0]
        ids = [clause.clause_id for clause in documents.clauses(project, first)]
        units = [s for s in suggestions.of(project, ids) if s.field == "responsible_unit"]
        assert sum(len({u["surface"] for u in s.value}) for s in units) >= 79
        assert all(unit["org_id"] for s in units for unit in s.value)
        second = documents.listing(project)[1]
        ids = [clause.clause_id for clause in documents.clauses(project, second)]
        targets = [s for s in suggestions.of(project, ids) if s.field == "target"]
        asked = codebook_of(project).field("target")
        assert asked
        assert sum(len(s.value) for s in targets) == 17
        assert all(check_value(asked, s.value) == list(s.value) for s in targets)
        assert sum(span["value"] for s in targets for span in s.value) == 425
        assert list(verify(project)) == []


def test_folders_stand_for_their_files_but_not_for_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".git/d.txt", "a/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [str(p.relative_to(tmp_path)) for p in files([tmp_path])] == ["a/c.txt", "b.txt"]


def test_a_folder_that_may_not_be_opened_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "里" / "锁").mkdir(parents=True)
    (tmp_path / "里" / "a.txt").write_text("一、任务\n1.做事。\n", encoding="utf-8")
    scandir, access = os.scandir, os.access

    def refusing(path: str) -> Any:
        if str(path).endswith("锁"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    monkeypatch.setattr(os, "access", lambda path, mode: "锁" not in str(path) and access(path, mode))
    with create(tmp_path / "annotator.db", "王芳") as project:
        found = list(files([tmp_path / "里"]))
        read, closed = import_files(project, "王芳", codebook_of(project), found, processes=0)
    assert (read.state, closed.state) == ("new", "failed")
    assert "无权打开文件夹" in closed.notes[0]


def test_the_same_text_in_another_encoding_is_not_imported_twice(tmp_path: Path) -> None:
    text = "某市算力建设方案\n一、任务\n1.建设平台。建设算力平台。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text, encoding="gb18030")
    with create(tmp_path / "annotator.db", "王芳") as project:
        paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
        outcomes = import_files(project, "王芳", codebook_of(project), paths)
        assert [one.state for one in outcomes] == ["new", "twin"]
        assert outcomes[1].doc_id == outcomes[0].doc_id
        assert len(documents.listing(project)) == 1


def test_a_table_and_an_archive_bring_each_of_their_documents_in_with_what_they_say_of_it(
    tmp_path: Path,
) -> None:
    plan = "关于加强人才培养的实施意见\n一、任务\n1.培养人才。（责任单位：市教委）\n"
    table = (
        f'标题,正文,发文机关,日期,网址\n人才意见,"{plan}",重庆市人民政府,2024年3月5日,http://x\n空,,某局,\n'
    )
    (tmp_path / "表.csv").write_text(table, encoding="gb18030")
    with zipfile.ZipFile(tmp_path / "政策.zip", "w") as packed:
        packed.writestr("一/通知.txt", plan.replace("人才", "干部"))
        packed.writestr("坏.docx", "x")
    paths = [tmp_path / "表.csv", tmp_path / "政策.zip"]
    with create(tmp_path / "annotator.db", "王芳") as project:
        outcomes = import_files(project, "王芳", codebook_of(project), paths)
        assert [(one.path.name, one.place, one.state) for one in outcomes] == [
            ("表.csv", "表.csv 第2行", "new"),
            ("表.csv", "表.csv 第3行", "failed"),
            ("政策.zip", "政策.zip/一/通知.txt", "new"),
            ("政策.zip", "政策.zip/坏.docx", "failed"),
        ]
        first = outcomes[0].doc_id
        assert first == document_id(plan.encode())
        assert documents.metadata(project, first) == {
            "title": "人才意见",
            "issuer": "重庆市人民政府",
            "date": "2024-03-05",
            "address": "http://x",
            "level": "province",
            "region": "重庆市",
            "stage": "final",
            "script": "simplified",
            "places": ["重庆市"],
        }
        # The issuer that the table names says whose bureau is meant.
        (clause,) = documents.clauses(project, documents.listing(project)[0])
        units = [
            s.value for s in suggestions.of(project, [clause.clause_id]) if s.field == "responsible_unit"
        ]
        assert [unit["name"] for value in units for unit in value] == ["重庆市教育委员会"]
        again = import_files(project, "王芳", codebook_of(project), paths)
        assert [one.state for one in again] == ["known", "failed", "known", "failed"]
        (tmp_path / "同.txt").write_text(plan, encoding="utf-8")
        assert import_files(project, "王芳", codebook_of(project), [tmp_path / "同.txt"])[0].doc_id == first
        assert list(verify(project)) == []
