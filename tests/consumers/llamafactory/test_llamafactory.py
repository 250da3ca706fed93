"""LLaMA-Factory's own loader finds its data sets and empties none of their lines."""

import os
import sys
from importlib.machinery import ModuleSpec
from importlib.metadata import version
from importlib.util import module_from_spec
from pathlib import Path

import pytest

os.environ["DISABLE_VERSION_CHECK"] = "1"
try:
    import torchaudio  # noqa: F401
except (ImportError, OSError):  # sound, of which there is none here
    sys.modules["torchaudio"] = module_from_spec(ModuleSpec("torchaudio", None))
from llamafactory.data.loader import _get_merged_dataset
from llamafactory.hparams import DataArguments, ModelArguments
from transformers import Seq2SeqTrainingArguments

from tests.consumers.checking import Check, named, planted
from tests.consumers.exchanged import folders, lines, replaced, view


def read(releases: Path) -> str:
    """Prompt and answers of every line are what the views have."""
    said = []
    for release, folder in folders(releases, "llamafactory"):
        for form, name, stage in (
            ("sharegpt", "sft", "sft"),
            ("alpaca", "sft", "sft"),
            ("dpo", "preference", "rm"),
        ):
            written = view(release, name)
            for path in sorted((folder / form).glob("*.jsonl")):
                loaded = _loaded(folder, f"annotator_{form}_{path.stem}", stage)
                assert len(loaded) == len(lines(path)), f"{form}: lines are lost"
                mine = [one for one in written if one["id"] in {line["id"] for line in lines(path)}]
                for row, line in zip(loaded, mine, strict=True):
                    assert row["_prompt"], f"{form}: a line was emptied"
                    turns = (
                        line["messages"]
                        if name == "sft"
                        else [*line["prompt"], *line["chosen"], *line["rejected"]]
                    )
                    got = [one["content"] for one in (*row["_prompt"], *row["_response"])]
                    assert got == [one["content"] for one in turns if one["role"] != "system"], (
                        f"{form}: other words"
                    )
                    system = [one["content"] for one in turns if one["role"] == "system"]
                    assert row["_system"] == "".join(system), f"{form}: another system"
                said.append(f"{len(loaded)} of {form}")
    return ", ".join(said)


def _loaded(folder: Path, name: str, stage: str):
    data = DataArguments(dataset=name, dataset_dir=str(folder), overwrite_cache=True)
    model = ModelArguments(model_name_or_path="none", cache_dir=str(folder / ".cache"))
    training = Seq2SeqTrainingArguments(output_dir=str(folder / ".out"), use_cpu=True, report_to=[])
    return _get_merged_dataset([name], model, data, training, stage)


FOLDER = "llamafactory/"
CHECKS = [
    Check(
        "LLaMA-Factory", version("llamafactory"), "its loader", read,
        (
            replaced("roles out of turn", FOLDER + "sharegpt/all.jsonl", '"role":"assistant"', '"role":"user"', "emptied"),
            replaced("an answer as messages", FOLDER + "dpo/all.jsonl", '"chosen":"', '"chosen":["', "."),
            replaced("columns not told", FOLDER + "dataset_info.json", '"response": "output"', '"response": "input"', "other words"),
            replaced("a file not there", FOLDER + "dataset_info.json", "dpo/all.jsonl", "dpo/none.jsonl", "not found"),
        ),
    )
]  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_llamafactory_loads_what_was_written(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
