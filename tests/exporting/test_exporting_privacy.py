"""What of people is in a release, and what is not: every file of it is searched."""

import gzip
import json
import re
import stat
import zipfile

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.flows.exporting import Options, export
from annotator.model.decision import Decision
from annotator.model.review import Person, Suggestion
from annotator.store import events, gold, people, secret
from annotator.tools.release.terms import SAFE, Terms
from tests.exporting.office import CODEBOOK, Piece, label, lines, span, unit

PUBLIC = Terms(**{**SAFE, "public": True, "licence": "CC-BY-4.0", "texts_licence": "none"})
CONTACT = (
    Piece("关于报送材料的通知 13900139000", kind="title"),
    Piece("联系人：赵媛", marker="一、", kind="heading"),
    Piece("请于2026年3月5日前报市数据(jù)局，😀联系人：陈海\r\n旺，电话：0571-8705\r\n2345转801。",
          "（邮箱：chen@hz.gov.cn）", "1.", path=("联系人：赵媛",), repairs={"(jù)": "", "海\r\n": "海", "5\r\n": "5"}),
    Piece("文号为〔2026〕13号，邮编310025，投资13800138000元。", marker="2.", path=("联系人：赵媛",)),
)  # fmt: skip
PERSONAL = (
    "-8705", "-87050000", "陈海", "媛", "chen@", "hz.gov", "13900139000", "13700137000", "13600136000", "/home",
)  # fmt: skip
NAMES = ("amy", "bo", "陈志强", "阿强")


def contact(office):
    """A document with contacts in every part of it, two clauses labelled; names in remarks."""
    source, ids = office.bring("通知 13700137000.txt", CONTACT)
    chen = source.index("陈海")
    people.store(office.project, "amy", Person("bo", "陈志强", (), ("annotator",)))
    people.join(office.project, "amy", ["阿强"], "bo")
    whole = {"surface": "陈海旺", "start": chen, "end": source.index("，电话")}
    amy, bo = office.at("amy"), office.at("bo")
    office.now += 60_000
    amy.finish(
        ids[0],
        {"kind": ["task"], "topic": ["data"], "target": [whole], "unit": [unit("市数据局", source, "市数据(jù)局")],
         "reason": ["问陈志强，13600136000"]},
        seconds=12.3,
    )  # fmt: skip
    amy.mark(ids[0], office.codebook.field("topic"), [span(source, "chen@hz")])
    bo.note(ids[0], "Amy 说找阿强，电话 0571-87050000")
    bo.ask(ids[0], "陈志强？")
    bo.finish(ids[0], {"kind": ["no"]}, seconds=3.0)
    office.suggest(Suggestion(ids[1], "target", "import", "1", (whole,), 0.5))
    decision = Decision("kind", "accept", ("阿强", "amy"), "陈志强说得对", {}, ["task"])
    events.record(office.project, "阿强", gold.decision(ids[0], decision), origin="key")
    return source, ids


def everything(folder):
    """Every file's text, unpacked, by path."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if path.suffix == ".gz":
                data = gzip.decompress(data)
            if path.suffix == ".xlsx":
                with zipfile.ZipFile(path) as book:
                    data = b"\n".join(book.read(name) for name in book.namelist())
            found[path.relative_to(folder).as_posix()] = data.decode("utf-8", "surrogateescape")
    return found


def released(office, out, **options):
    terms = options.pop("terms", PUBLIC)
    wanted = Options(views=("all",), tables=("csv", "long", "xlsx"), terms=terms, **options)
    return export(office.project, office.codebook, out, command="annotator export /home/amy", options=wanted)


@pytest.mark.parametrize("options", [{}, {"gzip": True, "shard": 1}])
def test_a_public_release_names_nobody_and_tells_no_number_and_no_hour(office, tmp_path, options):
    label(office)
    contact(office)
    released(office, tmp_path / "out", **options)
    key = secret.pseudonym_key(office.project)
    files = everything(tmp_path / "out")
    assert len(files) > 15
    for path, text in files.items():
        for name in NAMES:
            assert not re.search(rf"(?<![a-z]){name}(?![a-z])", text), (path, name)
        for personal in PERSONAL:
            assert personal not in text, (path, personal)
        assert set(re.findall(r"T\d\d:\d\d[:.0-9]*", text)) <= {"T00:00:00.000", "T00:00:00"}, path
        assert key.hex() not in text
        assert "12.3" not in text
    decided = re.findall(r'"adjudicator":"([^"]*)"', "".join(files.values()))
    assert decided
    assert all(re.fullmatch(r"r-[a-z2-7]{10}", name) for name in decided)
    raw = files["data/raw/all.jsonl.gz" if "gzip" in options else "data/raw/all.jsonl"] if not options else ""
    for line in filter(None, raw.split("\n")):
        one = json.loads(line)
        assert (one["seconds"], one["note"], one["question"]) == (None, "", "")
        assert re.fullmatch(r"r-[a-z2-7]{10}", one["reviewer"])


def test_what_is_covered_is_as_long_and_spans_cut_it(office, tmp_path):
    _, ids = contact(office)
    manifest = released(office, tmp_path / "out")
    record = next(r for r in lines(tmp_path / "out/data/canonical/all.jsonl") if r["id"] == ids[0])
    assert record["text"] == "请于2026年3月5日前报市数据局，😀联系人：×××，电话：××××-××××××××××××。"
    assert record["tail"] == "（邮箱：××××@××.×××.××）"
    assert record["path"] == ["联系人：××"]
    assert record["title"] == "关于报送材料的通知 ×××××××××××"
    assert record["provenance"]["source_name"] == "通知 ×××××××××××.txt"
    span = (
        record["labels"]["target"][0]
        if record["labels"]["target"]
        else record["reviews"][0]["labels"]["target"][0]
    )
    assert span["surface"] == "×××" == record[span["where"]][span["start"] : span["end"]]
    marked = next(e for r in record["reviews"] for e in r["evidence"]["topic"])
    assert marked["surface"] == "××××@××" == record[marked["where"]][marked["start"] : marked["end"]]
    other = next(r for r in lines(tmp_path / "out/data/canonical/all.jsonl") if r["id"] == ids[1])
    assert other["text"] == "文号为〔2026〕13号，邮编310025，投资13800138000元。"
    assert manifest.masked["landline"] >= 1
    assert "陈" not in (tmp_path / "out/labels.csv").read_text("utf-8")


def test_the_office_can_undo_what_was_covered(office, tmp_path):
    contact(office)
    manifest = released(office, tmp_path / "out")
    kept = tmp_path / "trial.out.masked.jsonl"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    covered = lines(kept)
    assert {"陈海旺", "0571-87052345转801", "chen@hz.gov.cn", "赵媛"} <= {one["text"] for one in covered}
    records = {r["id"]: r for r in lines(tmp_path / "out/data/canonical/all.jsonl")}
    for one in covered:
        if one["part"] in ("text", "tail"):
            text = records[one["id"]][one["part"]]
            restored = text[: one["start"]] + one["text"] + text[one["end"] :]
            records[one["id"]][one["part"]] = restored
    texts = {r["text"] + r["tail"] for r in records.values()}
    assert (
        "请于2026年3月5日前报市数据局，😀联系人：陈海旺，电话：0571-87052345转801。（邮箱：chen@hz.gov.cn）"
        in texts
    )
    assert sum(manifest.masked.values()) >= len(covered)


def test_pseudonyms_stay_and_fresh_ones_do_not(office, tmp_path):
    contact(office)
    called = {}
    for name, reviewers in (("a", "pseudonym"), ("b", "pseudonym"), ("c", "fresh"), ("d", "fresh")):
        terms = Terms(reviewers=reviewers)
        export(office.project, office.codebook, tmp_path / name, options=Options(("raw",), terms=terms))
        called[name] = {one["reviewer"] for one in lines(tmp_path / name / "data/raw/all.jsonl")}
    assert called["a"] == called["b"]
    assert not called["a"] & called["c"]
    assert not called["c"] & called["d"]
    assert all(len(found) == 2 for found in called.values())


def test_an_alias_is_the_same_person_and_remarks_call_people_as_lists_do(office, tmp_path):
    contact(office)
    terms = Terms(reviewers="pseudonym")
    export(office.project, office.codebook, tmp_path / "out", options=Options(("canonical",), terms=terms))
    record = next(r for r in lines(tmp_path / "out/data/canonical/all.jsonl") if r["reviews"])
    bo = next(one for one in record["reviews"] if one["note"])
    amy = next(one for one in record["reviews"] if one is not bo)
    assert bo["note"] == f"{amy['reviewer']} 说找{bo['reviewer']}，电话 0571-87050000"
    assert bo["question"] == f"{bo['reviewer']}？"
    assert amy["labels"]["reason"] == f"问{bo['reviewer']}，13600136000"
    assert amy["seconds"] == 12.3


def test_the_query_of_a_release_names_nobody(office, tmp_path):
    contact(office)
    manifest = export(
        office.project, office.codebook, tmp_path / "out", where="reviewer:amy", options=Options(terms=PUBLIC)
    )
    assert re.fullmatch(r"reviewer:r-[a-z2-7]{10}", manifest.query)
    assert "amy" not in (tmp_path / "out/README.md").read_text("utf-8")


def test_the_key_is_in_no_bundle_and_in_no_event(office, tmp_path):
    from annotator.flows.bundling import bundle

    contact(office)
    key = secret.pseudonym_key(office.project)
    assert secret.pseudonym_key(office.project) == key
    bundle(office.project, "bo", tmp_path / "bo.db")
    assert key not in (tmp_path / "bo.db").read_bytes()


def test_a_public_release_that_is_unfit_names_all_of_it(office, tmp_path):
    contact(office)
    with pytest.raises(AnnotatorError) as refused:
        released(office, tmp_path / "out", terms=Terms(public=True))
    told = str(refused.value)
    for word in ("姓名", "毫秒", "备注", "电话", "--licence", "--texts-licence"):
        assert word in told
    assert not (tmp_path / "out").exists()


def run(office, tmp_path, *arguments):
    office.project.close()
    project = str(tmp_path / "trial.db")
    return CliRunner().invoke(annotator, ["export", str(tmp_path / "out"), "--project", project, *arguments])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("# 陈志强 改", "陈志强"),
        ("# checked by Amy", "Amy"),
        ("# 问题请打 0571-87052345", "0571-87052345"),
        ("# for the family", ""),
    ],
)
def test_a_codebook_that_names_people_is_not_made_public(office, tmp_path, line, found):
    contact(office)
    office.use(f"{line}\n{CODEBOOK}")
    if not found:
        assert released(office, tmp_path / "out")
        return
    with pytest.raises(AnnotatorError, match=f"codebook.toml.*{found}"):
        released(office, tmp_path / "out")


def test_a_card_that_names_people_is_not_made_public(office, tmp_path):
    contact(office)
    told = Options(terms=PUBLIC, about="陈志强整理，电话 0571-87052345。")
    with pytest.raises(AnnotatorError, match=r"--about.*陈志强"):
        export(office.project, office.codebook, tmp_path / "out", options=told)


@pytest.mark.parametrize("terms", [PUBLIC, PUBLIC._replace(times="none", texts=False)])
def test_every_line_fits_the_schema_whatever_is_left_out(office, tmp_path, terms):
    label(office)
    contact(office)
    views = ("canonical", "ner", "relations", "targets", "raw", "agreement")
    export(office.project, office.codebook, tmp_path / "out", options=Options(views, tables=(), terms=terms))
    for view in views:
        schema = json.loads((tmp_path / f"out/schema/{view}.schema.json").read_bytes())
        for line in lines(tmp_path / f"out/data/{view}/all.jsonl"):
            Draft202012Validator(schema).validate(line)
    told = [one["submitted_utc"] for one in lines(tmp_path / "out/data/raw/all.jsonl")]
    assert any(told) is (terms.times == "day")


@pytest.mark.parametrize(
    "wanted", ["--public", "--mask", "--without-texts", "--notes=drop", "--reviewers=fresh"]
)
def test_nothing_is_kept_back_from_a_full_release(office, tmp_path, wanted):
    contact(office)
    done = run(office, tmp_path, "--full", wanted, "--licence", "CC-BY-4.0", "--texts-licence", "none")
    assert (done.exit_code, "--full" in done.stderr) == (2, True)


def test_public_alone_is_safe_and_asks_for_licences(office, tmp_path):
    contact(office)
    done = run(office, tmp_path, "--public")
    assert done.exit_code == 2
    assert "--licence" in done.stderr
    assert "--texts-licence" in done.stderr
    assert "姓名" not in done.stderr


def test_public_with_licences_is_released(office, tmp_path):
    contact(office)
    done = run(office, tmp_path, "--public", "--licence", "cc-by-4.0", "--texts-licence", "none")
    assert done.exit_code == 0, done.output
    assert "trial.out.masked.jsonl" in done.stdout
    manifest = json.loads((tmp_path / "out/manifest.json").read_bytes())
    told = manifest["options"]
    assert (told["reviewers"], told["times"], told["notes"], told["mask"]) == (
        "pseudonym",
        "day",
        False,
        True,
    )
    assert (told["licence"], told["texts_licence"], manifest["command"]) == ("CC-BY-4.0", "none", "")
    head = (tmp_path / "out/README.md").read_text("utf-8")
    assert 'license: "other"' in head
    assert 'license_name: "labels-cc-by-4.0-texts-none"' in head
    assert "CC-BY-4.0" in head


@pytest.mark.parametrize(
    "wanted", [("--reviewers", "names"), ("--times", "ms"), ("--notes", "keep"), ("--no-mask",)]
)
def test_public_is_not_talked_out_of_it(office, tmp_path, wanted):
    contact(office)
    done = run(office, tmp_path, "--public", "--licence", "CC0-1.0", "--texts-licence", "CC0-1.0", *wanted)
    assert done.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_an_unknown_licence_is_a_sentence(office, tmp_path):
    contact(office)
    done = run(office, tmp_path, "--licence", "CC-BY")
    assert (done.exit_code, "“CC-BY”" in done.stderr) == (2, True)


def test_within_a_team_names_and_times_are_told(office, tmp_path):
    contact(office)
    manifest = export(office.project, office.codebook, tmp_path / "out", command="annotator export")
    record = next(r for r in lines(tmp_path / "out/data/canonical/all.jsonl") if r["reviews"])
    assert [one["reviewer"] for one in record["reviews"]] == ["amy", "bo"]
    assert "陈海旺" in record["text"]
    assert (manifest.masked, manifest.command) == ({}, "annotator export")
