"""What was decided and given back, as a search finds it."""

from annotator.store import documents
from annotator.store.search import search
from annotator.tools.query import parse
from tests.adjudicating.conftest import Team


def found(team: Team, text: str, reviewer: str = "bo") -> list[str]:
    batches = search(team.project, parse(text, team.codebook), team.codebook, [reviewer])
    (document,) = documents.listing(team.project)
    every = [clause.clause_id for clause in documents.clauses(team.project, document)]
    hits = {hit.clause_id for batch in batches for hit in batch}
    return ["甲乙丙丁"[at] for at, one in enumerate(every) if one in hits]


def test_what_was_decided_and_what_came_back_can_be_searched(team: Team) -> None:
    for at in (0, 1):
        team.says("amy", at, clause_type=["task"])
        team.says("bo", at, clause_type=["goal"])
    team.zhou.accept(team.case(0), "amy")
    team.zhou.give_back(team.case(1), "bo", "请再看")
    assert found(team, "已裁定:是") == ["甲"]
    assert found(team, "decided:no 状态:已完成") == ["乙"]
    assert found(team, "退回:是") == ["乙"]
    assert found(team, "退回:是", "amy") == []
    team.says("bo", 1, clause_type=["task"])
    assert found(team, "退回:是") == []
    team.zhou.put(team.case(0), dict.fromkeys(team.case(0).decisions))
    assert found(team, "已裁定:是") == []
