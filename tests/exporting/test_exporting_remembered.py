"""What is worked out once for many clauses is the same as if it were worked out for each."""

from annotator.flows.exporting import Options, export
from annotator.model.review import Review
from annotator.tools.release.remembered import MOST, Remembered
from tests.exporting.office import NOTICE, label


def test_a_view_asked_alone_has_the_bytes_it_has_among_all(office, tmp_path):
    label(office)
    office.bring("通知.txt", NOTICE)
    whole = export(
        office.project, office.codebook, tmp_path / "all", options=Options(views=("all",), tables=())
    )
    for view, about in whole.counts["views"].items():
        alone = Options(views=(view,), tables=())
        made = export(office.project, office.codebook, tmp_path / view, options=alone)
        assert made.counts["views"] == {view: about}
        for path in about["files"]:
            assert (tmp_path / view / path).read_bytes() == (tmp_path / "all" / path).read_bytes()


def test_a_thing_is_known_by_identity_and_its_equal_is_not():
    asked = []
    remembered = Remembered(lambda one: asked.append(one) or len(asked))
    first, equal = Review(note="一"), Review(note="一")
    assert [remembered.of(one) for one in (first, first, equal, first)] == [1, 1, 2, 1]


def test_no_other_thing_takes_the_place_of_one_that_nobody_else_keeps():
    remembered = Remembered(lambda one: one.note)
    for number in range(2 * MOST + 1):
        assert remembered.of(Review(note=str(number))) == str(number)


def test_all_are_forgotten_when_there_are_too_many():
    asked = []
    remembered = Remembered(asked.append)
    things = [Review() for _ in range(MOST + 1)]
    for one in (*things, things[0]):
        remembered.of(one)
    assert len(asked) == MOST + 2
