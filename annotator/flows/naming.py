"""Organisations that the gazetteer does not know: entered by whoever meets one, settled by the owner.

A proposed one is found and resolved like any other from then on; its id is the same wherever the name is
entered. Labels keep what was said: what became of an organisation is followed where they are read.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.addition import Addition
from annotator.store import additions, blinding, people, usage
from annotator.store.project import Project
from annotator.tools import gazetteer
from annotator.tools.text.script import simplified


class Listed(NamedTuple):
    """An added organisation, in how many labels it stands, and the names that are much like it."""

    addition: Addition
    labels: int
    close: tuple[str, ...]


def known(project: Project) -> gazetteer.Gazetteer:
    """The shipped organisations and those of the project."""
    return gazetteer.extended(additions.additions(project).values())


def propose(
    project: Project,
    reviewer: str,
    name: str,
    places: Sequence[str],
    label: Callable[[Addition], object] | None = None,
) -> Addition:
    """Enter an organisation by the name that was typed in a document of `places`, unless it is known; with
    it, `label` records for what it was entered: both are stored, or nothing.

    Raises AnnotatorError where what was typed is no name. One that was merged gives what it became.
    """
    from annotator.tools.gazetteer.entering import entered  # noqa: PLC0415  (only to enter a name)

    with project.transaction():
        every = blinding.units(project, reviewer)  # what is hidden is entered once more, for another label
        addition = entered(simplified(name), places, gazetteer.extended(every.values()))
        before = every.get(addition.org_id)
        if before is None or before.state == "dropped":
            additions.enter(project, reviewer, addition)
        else:
            addition = before
        if label:
            label(addition)
    return addition


def listing(project: Project, asker: str = "") -> list[Listed]:
    """The organisations that wait for the owner's word, those in most labels first, as far as `asker` may see
    them and labels.
    """
    from annotator.tools.lookup import Lookup  # noqa: PLC0415  (only for the names that are alike)

    every = blinding.units(project, asker)
    waiting = [one for one in every.values() if one.state == "proposed"]
    labels = usage.labels_of(project, [one.org_id for one in waiting], blinding.sight(project, asker))
    lookup = Lookup(gazetteer.extended(every.values()).organisations)
    found = []
    for one in waiting:
        alike = lookup.close(one.name, one.place, {one.place: 0, "": 1}, limit=4)
        names = tuple(row.name for row in alike if row.org_id != one.org_id)
        found.append(Listed(one, labels.get(one.org_id, 0), names[:3]))
    return sorted(found, key=lambda listed: (-listed.labels, listed.addition.name))


def add(project: Project, by: str, name: str, place: str = "", aliases: Sequence[str] = ()) -> list[Addition]:
    """Enter an organisation of a place, confirmed at once, with other names that it has; of one that is known
    the names alone, each merged into it. What was entered, in order.

    Raises Refused where `by` does not own the project, AnnotatorError where something is no name, an alias is
    another organisation's there, or would be found everywhere as nothing says where the organisation is.
    """
    from annotator.tools.gazetteer.entering import entered, short  # noqa: PLC0415  (only to enter a name)

    plain, rows = simplified("".join(name.split())), known(project)
    here = [simplified(place)] if place else []
    one = entered(plain, here, rows)
    row = rows.organisation(name) or rows.resolve(plain, here) or rows.resolve(one.name, here)
    home = row.jurisdiction if row else one.place
    others = [entered(simplified(alias), [home] if home else [], rows) for alias in aliases]
    for alias, other in zip(aliases, others, strict=True):
        if not home and short(simplified(alias)):
            raise AnnotatorError("units.alias_of_where", name=alias, whole=name)
        has = rows.resolve((*other.forms, other.name)[0], [home] if home else [])
        if has and (row is None or has.org_id != row.org_id):
            raise AnnotatorError("units.alias_taken", name=alias, other=has.name)
    with project.transaction():
        done = []
        if row is None:
            additions.enter(project, by, one)
        if row is None or row.org_id in additions.additions(project):
            done.append(confirm(project, by, row.org_id if row else one.org_id))
        into, into_name = (row.org_id, row.name) if row else (one.org_id, one.name)
        for other in others:
            additions.enter(project, by, other)
            done.append(_settle(project, by, other._replace(state="merged", into=into, into_name=into_name)))
    return done


def confirm(project: Project, by: str, name: str) -> Addition:
    """Say that an added organisation, by its id or a name, is one.

    Raises Refused where `by` does not own the project, AnnotatorError where no or several organisations
    were added under the name; so do `merge` and `drop`.
    """
    return _settle(project, by, _added(project, name)._replace(state="confirmed", into="", into_name=""))


def drop(project: Project, by: str, name: str) -> Addition:
    """Say that what was entered is no organisation; labels with it are read by the name they gave."""
    return _settle(project, by, _added(project, name)._replace(state="dropped", into="", into_name=""))


def merge(project: Project, by: str, name: str, into: str) -> Addition:
    """Say that an added organisation is another one, known by its id or by a name in the first one's place.

    Raises AnnotatorError where that other is not known or has become the first one itself.
    """
    one, rows = _added(project, name), known(project)
    places = (one.place,) if one.place else ()
    other = rows.organisation(into) or rows.resolve(simplified(into), places)
    if other is None or other not in rows.organisations:  # a place is none
        raise AnnotatorError("units.no_unit", name=into)
    if other.org_id == one.org_id:
        raise AnnotatorError("units.into_itself", name=one.name)
    return _settle(project, by, one._replace(state="merged", into=other.org_id, into_name=other.name))


def _added(project: Project, name: str) -> Addition:
    """The organisation that was added under an id or a name."""
    plain = simplified("".join(name.split()))
    every = additions.additions(project).values()
    found = [one for one in every if name == one.org_id or plain in (one.name, *one.forms)]
    if len(found) != 1:
        ids = ", ".join(one.org_id for one in found)
        raise AnnotatorError("units.not_added" if not found else "units.several", name=name, ids=ids)
    return found[0]


def _settle(project: Project, by: str, settled: Addition) -> Addition:
    with project.transaction():
        if not people.may(project, by, "settle"):
            raise Refused("units.not_owner", reviewer=by)
        if additions.additions(project)[settled.org_id] != settled:
            additions.settle(project, by, settled)
    return settled
