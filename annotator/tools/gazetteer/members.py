"""The members of a collective, where the table knows them: the governments of a place's districts.

各有关部门 has no members that a table could know; only who hands out the work can say.
"""

import re
from collections.abc import Sequence

from annotator.model.organisation import Organisation
from annotator.tools.gazetteer.index import Gazetteer

_DISTRICTS = re.compile(
    r"(?:[一-龥]{2,5}[省市区县州])??(?:本市|全市|本区|市辖)?各(?P<levels>区、?县|县、?区|区|县)"
    r"(?:[（(](?:自治县|管委会)[）)])*(?:(?:人民)?政府)?(?:[（(]管委会[）)])?"
)


def members(names: Sequence[str], gazetteer: Gazetteer, places: Sequence[str]) -> list[Organisation]:
    """The organisations that a collective stands for in a document of `places`, in the table's order;
    `names` are the ways in which it is written (simplified). Empty where the table does not know them.
    """
    found = next((match for match in map(_DISTRICTS.fullmatch, names) if match), None)
    if found is None:
        return []
    for place in places:
        districts = [one for one in gazetteer.districts(place) if one[-1] in found["levels"]]
        seats = [seat for one in districts if (seat := gazetteer.resolve(one + "政府", (one, place)))]
        if seats:
            return seats
    return []
