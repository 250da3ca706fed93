"""LLaMA-Factory: conversations, instructions and pairs, with the file that tells it which is which."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from annotator.tools.release.answering import Answers
from annotator.tools.release.interop.tool import Made, Tool, encoded
from annotator.tools.release.material import Material
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.views.chat import Chat
from annotator.tools.release.views.preference import Preference
from annotator.tools.release.views.view import Chosen

_ASKED = {"prompt": "instruction", "query": "input", "system": "system"}
_FORMS: dict[str, dict[str, Any]] = {
    "sharegpt": {
        "formatting": "sharegpt",
        "columns": {"messages": "messages"},
        "tags": {
            "role_tag": "role", "content_tag": "content", "user_tag": "user",
            "assistant_tag": "assistant", "system_tag": "system",
        },
    },
    "alpaca": {"formatting": "alpaca", "columns": {**_ASKED, "response": "output"}},
    "dpo": {
        "formatting": "alpaca",
        "ranking": True,
        "columns": {**_ASKED, "chosen": "chosen", "rejected": "rejected"},
    },
}  # fmt: skip


class LlamaFactory(Tool):
    """Its loader empties a pair whose answers are messages, without an error: here they are texts."""

    name = "llamafactory"

    def __init__(self, prompt: Prompt, answers: Answers, chosen: Chosen) -> None:
        chat = Chat("sft", prompt, answers, chosen, messages=True, rationale=False)
        super().__init__([chat, Preference(prompt, answers, chosen)])

    def lines(self, material: Material) -> Made:
        """A conversation, the same as an instruction, and the pairs of a clause."""
        split = material.split
        for _, line in self.told(material):
            about = {"id": line["id"], "doc_id": line["doc_id"]}
            if "messages" in line:
                *asked, answer = line["messages"]
                yield f"sharegpt/{split}.jsonl", encoded({**about, "messages": line["messages"]})
                given = {"output": answer["content"]}
                yield f"alpaca/{split}.jsonl", encoded({**about, **_instruction(asked), **given})
            else:
                given = {name: line[name][0]["content"] for name in ("chosen", "rejected")}
                yield f"dpo/{split}.jsonl", encoded({**about, **_instruction(line["prompt"]), **given})

    def around(self, counts: Mapping[str, int]) -> Made:
        """The list of its data sets, one a file."""
        sets = {}
        for path in counts:
            form, split = path.removesuffix(".jsonl").split("/")
            sets[f"annotator_{form}_{split}"] = {"file_name": path, **_FORMS[form]}
        if sets:
            data = orjson.dumps(sets, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
            yield "dataset_info.json", data


def _instruction(messages: Sequence[Mapping[str, str]]) -> dict[str, str]:
    said = {message["role"]: message["content"] for message in messages}
    return {"system": said.get("system", ""), "instruction": said["user"], "input": ""}
