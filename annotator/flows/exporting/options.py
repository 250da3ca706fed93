"""What somebody wants of an export, beyond its folder."""

from typing import NamedTuple

from annotator.flows.exporting.wanted import Wanted
from annotator.tools.release.terms import Terms
from annotator.tools.release.verdict import Status

TABLES = ("csv", "long", "xlsx")


class Options(NamedTuple):
    """`views` by name (`all` for every one; none named: the usual ones). `statuses` of the clauses that the
    training views take, where any is named. `prompt` is the template of what language models are asked, where
    it is not the usual one, and `prompt_name` the file it is from. `about` is what its maker says of the
    release, in Markdown, for its card. `tables` for people are any of TABLES. `shard` is how many lines a
    file has at most (0: no bound). `division` tells training and test apart. `full` adds all that the project
    holds, so that it can be made again of the release. `terms` say what of people is told. `interop` names
    other tools, of `annotator.tools.release.interop.NAMES`.
    """

    views: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    prompt: str | None = None
    prompt_name: str = ""
    about: str = ""
    tables: tuple[str, ...] = ("csv",)
    gzip: bool = False
    shard: int = 0
    parquet: bool = False
    division: Wanted = Wanted()
    full: bool = False
    terms: Terms = Terms()
    interop: tuple[str, ...] = ()

    def told(self) -> dict[str, object]:
        """The same for the manifest, without the texts, which the folder has elsewhere."""
        told = {**self._asdict(), "division": self.division._asdict(), **self.terms._asdict()}
        return {name: value for name, value in told.items() if name not in ("prompt", "about", "terms")}
