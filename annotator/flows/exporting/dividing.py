"""The division of a project: drawn once, stored, kept as the project grows."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.flows.exporting.reading import verdicts
from annotator.flows.exporting.wanted import Wanted
from annotator.model.codebook import Codebook, Field
from annotator.model.document import Document
from annotator.model.split import Part, Scheme
from annotator.store import additions, documents, people, repeats, rounds, splits
from annotator.store.blinding import Sight
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting
from annotator.tools.release.verdict import Verdict
from annotator.tools.release.views.classification import learnt
from annotator.tools.splits import grouped, most, reprints, stratified

_USUAL = Wanted()


def settle(project: Project, codebook: Codebook, seen: Sight, asker: str, wanted: Wanted = _USUAL) -> None:
    """Store the part of every document that has none, if the project is divided or is `wanted` to be. What
    came later is left to others where `asker` may not divide. Counted is what those said who are `seen`.

    Raises AnnotatorError where nobody says how, Refused where it would change what stands, and where it is
    asked for by one who may not.
    """
    done = wanted.off
    while not done:
        with project.snapshot():
            known = splits.stored(project)
            scheme = wanted.scheme(known.scheme)
            if scheme is None:
                return
            every = sorted(documents.listing(project), key=lambda one: one.doc_id)
            if not every:
                return
            held = {} if wanted.anew else _held(scheme, known.parts, every)
            if scheme == known.scheme and not wanted.anew and len(held) == len(every):
                return
            if not people.may(project, asker, "divide"):
                if wanted.anew or scheme != known.scheme:
                    people.require(project, asker, "divide")
                return
            counts = _counts(project, codebook, seen, every)
            parts = _divided(project, scheme, every, held, counts)
            gone = known.parts.keys() - parts.keys() - held.keys() if wanted.anew else ()
        done = splits.store(project, asker, known, scheme, {**dict.fromkeys(gone), **parts})


def _held(scheme: Scheme, parts: Mapping[str, Part], every: Sequence[Document]) -> dict[str, Part]:
    found = ((one.doc_id, parts.get(one.doc_id)) for one in every)
    return {doc_id: part for doc_id, part in found if part is not None and scheme.knows(part)}


def _divided(
    project: Project,
    scheme: Scheme,
    every: Sequence[Document],
    held: Mapping[str, Part],
    counts: Mapping[str, Counter[str]],
) -> dict[str, Part]:
    """The parts of the documents that are not `held` in one: that of a group of which something is held, else
    where the parts come nearest to their shares.
    """
    clauses = {one.doc_id: one.clauses for one in every}
    links = [*reprints(repeats.placed(project), clauses), *_together(project, scheme, every)]
    there = defaultdict[Part, Counter[str]](Counter)
    for doc_id, part in held.items():
        there[part].update(counts[doc_id])
    groups, found = dict[str, list[str]](), dict[str, Part]()
    for group in grouped(clauses, links):
        whose = most((held[doc_id], clauses[doc_id]) for doc_id in group if doc_id in held)
        if whose is None:
            groups[group[0]] = group
            continue
        for doc_id in group:
            if doc_id not in held:
                found[doc_id] = whose
                there[whose].update(counts[doc_id])
    summed = {name: sum((counts[one] for one in group), Counter[str]()) for name, group in groups.items()}
    for name, part in stratified(summed, scheme.shares, there, scheme.seed).items():
        found.update(dict.fromkeys(groups[name], part))
    return found


def _counts(
    project: Project, codebook: Codebook, seen: Sight, every: Sequence[Document]
) -> dict[str, Counter[str]]:
    fitting = Fitting(codebook.clause_fields, additions.additions(project))
    field = learnt(codebook)
    return {
        one.doc_id: _counted(one, field, verdicts(project, codebook, one, fitting, seen)) for one in every
    }


def _counted(document: Document, field: Field | None, said: Iterable[Verdict]) -> Counter[str]:
    """How many clauses a document has, by status, and by each code of the field that is learnt."""
    found = Counter({"clauses": document.clauses, "status:unreviewed": document.clauses})
    for verdict in said:
        found["status:unreviewed"] -= 1
        found[f"status:{verdict.status}"] += 1
        answer = verdict.answers[field.id] if field else None
        if answer and answer.state in ("set", "none"):
            found.update(f"code:{code}" for code in answer.value or ("",))
    return found


def _together(project: Project, scheme: Scheme, every: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """The documents that are to be on one side beside reprints, as pairs."""
    if scheme.by == "issuer":
        issued = defaultdict[str, list[str]](list)
        for one in every:
            issuer = documents.metadata(project, one.doc_id).get("issuer")
            if isinstance(issuer, str) and issuer.strip():
                issued[issuer.strip()].append(one.doc_id)
        for documents_of in issued.values():
            yield from pairwise(documents_of)
    elif scheme.by == "round":
        for documents_of in rounds.documents(project).values():
            yield from pairwise(documents_of)
