"""The next clause that meets one of some queries, seen from a place: what a reviewer goes to, one by one.

A search reads from the top and lists all documents; a step may not. The next clause is mostly near, and
is looked for there first; else the few clauses of which it was said are put in order; else, where they
are many, the documents are read from here on.
"""

import json
from collections.abc import Sequence

from annotator.model.codebook import Codebook
from annotator.store import documents, holding, places, rejections, rounds
from annotator.store.conditions import Conditions
from annotator.store.documents import IN_ORDER, ORDER
from annotator.store.project import Project
from annotator.store.search import teach
from annotator.tools.query.value import Doubt, Proposed, Query

NEAR, FEW = 2000, 2000
"""So many clauses are looked at first; so many are put in order."""

A_DOCUMENT = 20
"""A document takes as long to open as so many clauses."""

DOUBTFUL = 0.3
"""Cuts from this doubt on are found at once, by an index; no clause has more than 0.4."""


class Stops:
    """Looks for the clauses that meet one of `queries`, for a reviewer."""

    def __init__(self, project: Project, queries: Sequence[Query], codebook: Codebook, reviewer: str) -> None:
        self._project, self._queries = project, queries
        self._codebook, self._reviewer = codebook, reviewer
        teach(project.db)
        self._hold = holding.in_force(project)
        self._rejected = rejections.fields(project, [reviewer])
        self._retests = rounds.awaiting_retest(project, reviewer)

    def count(self) -> int:
        """How many clauses there are. The queries are to ask for something said, for a proposed repair or for
        a doubtful cut.
        """
        return len(self._listed(-1) or [])

    def after(self, doc_id: str, ord_no: int) -> str | None:
        """The id of the next clause behind number `ord_no` of a document, or from the top; that clause
        itself comes last. None where there is none.
        """
        if found := self._near(doc_id, ord_no):
            return found
        listed = self._listed(FEW + 1)
        if listed is not None and len(listed) <= FEW:
            return self._of_few(listed, doc_id, ord_no)
        return self._of_many(doc_id)

    def _near(self, doc_id: str, ord_no: int) -> str | None:
        """The next clause in the rest of the document, all of it, or in the documents close behind."""
        document, looked = documents.document(self._project, doc_id), 0
        while document:
            if found := self._inside(document.cutting, ord_no):
                return found
            looked += max(document.clauses, A_DOCUMENT)
            if looked >= NEAR:
                break
            document, ord_no = places.beside(self._project, document.doc_id, 1), -1
        return None

    def _inside(self, cutting: int, ord_no: int) -> str | None:
        """The next clause of a cutting behind a number."""
        conditions, meets = self._meets()
        query = (
            "SELECT s.clause_id FROM placement AS p CROSS JOIN piece AS s ON s.piece_no = p.piece_no "
            f"WHERE p.cutting_no = {conditions.bound(cutting)} AND p.ord > {conditions.bound(ord_no)} "
            f"AND {meets} ORDER BY p.ord LIMIT 1"
        )
        row = self._project.db.execute(query, conditions.values).fetchone()
        return row[0] if row else None

    def _listed(self, limit: int) -> list[str] | None:
        """The clauses, in no order, at most so many of them; None where there is no telling without reading
        all.
        """
        conditions, meets = self._meets()
        lists = [self._candidates(conditions, query) for query in self._queries]
        if not all(lists):
            return None
        query = (
            f"SELECT DISTINCT s.clause_id FROM ({' UNION '.join(lists)}) AS one "
            "CROSS JOIN piece AS s ON s.clause_id = one.subject "
            "WHERE s.piece_no IN (SELECT piece_no FROM clause_in_force WHERE clause_id = s.clause_id) "
            f"AND {meets} LIMIT {limit}"
        )
        return [row[0] for row in self._project.db.execute(query, conditions.values)]

    def _candidates(self, conditions: Conditions, query: Query) -> str:
        """A statement for clauses among which all are that meet a query; empty where there is none."""
        wanted = [term.condition for term in query.terms if not term.negated]
        if any(isinstance(one, Proposed) for one in wanted):
            return (
                "SELECT clause_id AS subject FROM edit INDEXED BY edit_proposed JOIN piece USING (piece_no) "
                "WHERE state = 'proposed' AND clause_id IS NOT NULL"
            )
        doubts = [one for one in wanted if isinstance(one, Doubt)]
        if any(one.comparison == ">=" and one.limit >= DOUBTFUL for one in doubts):
            # The condition of the index, word for word.
            return (
                "SELECT clause_id AS subject FROM piece INDEXED BY piece_doubt "
                "WHERE clause_id IS NOT NULL AND doubt >= 0.3"
            )
        return conditions.subjects(query)

    def _of_few(self, listed: Sequence[str], doc_id: str, ord_no: int) -> str | None:
        query = (
            "SELECT clause_id FROM json_each(:asked) AS one "
            "CROSS JOIN clause_in_force ON clause_id = one.value "
            "CROSS JOIN present AS came ON (came.subject, came.layer, came.owner, came.pass_no, came.kind, "
            "came.field) = (clause_in_force.doc_id, 'project', '', 1, 'import', '') "
            f"ORDER BY (({ORDER}) > {places.HERE} OR came.subject = :here AND ord > :ord) DESC, {ORDER}, ord "
            "LIMIT 1"
        )
        given = {"asked": json.dumps(listed), "here": doc_id, "ord": ord_no}
        row = self._project.db.execute(query, given).fetchone()
        return row[0] if row else None

    def _of_many(self, doc_id: str) -> str | None:
        """Read the documents after this one, then all from the top."""
        for than in (">", "<="):
            conditions, meets = self._meets()
            here = places.HERE.replace(":here", conditions.bound(doc_id))
            query = (
                f"SELECT document_in_force.cutting_no FROM {IN_ORDER} AND ({ORDER}) {than} {here} "
                "AND EXISTS (SELECT 1 FROM placement AS p CROSS JOIN piece AS s ON s.piece_no = p.piece_no "
                "WHERE p.cutting_no = document_in_force.cutting_no AND p.ord IS NOT NULL "
                f"AND {meets}) ORDER BY {ORDER} LIMIT 1"
            )
            row = self._project.db.execute(query, conditions.values).fetchone()
            if row:
                return self._inside(row[0], -1)
        return None

    def _meets(self) -> tuple[Conditions, str]:
        conditions = Conditions(self._codebook, [self._reviewer], self._hold, self._rejected, self._retests)
        return conditions, f"({' OR '.join(map(conditions.all_of, self._queries))})"
