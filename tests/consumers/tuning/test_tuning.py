"""TRL takes the views for language models as they are: every row is learnt from, in two steps of a toy model."""

import json
import math
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import trl
from datasets import Dataset, load_dataset
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

from tests.consumers import reading, recipes
from tests.consumers.checking import Check, Fault, named, planted
from tests.consumers.tuning import toy

LENGTH = 8192
IGNORED = -100
"""What the loss leaves out."""
SFT = ("sft", "sft_rationale", "sft_pc", "sft_pc_rationale")


def usual(folder: str) -> dict[str, Any]:
    """What both trainers are told."""
    return {
        "output_dir": folder, "max_steps": 2, "per_device_train_batch_size": 1, "max_length": LENGTH,
        "use_cpu": True, "bf16": False, "report_to": [], "save_strategy": "no", "disable_tqdm": True,
        "logging_steps": 1,
    }  # fmt: skip


def load(release: Path, view: str, cache: str) -> Dataset:
    """A view, all of whose lines have come."""
    rows = load_dataset(str(release), view, split="train", cache_dir=cache)
    assert len(rows) == len(reading.view(release, view))
    return rows


def loss(trainer: SFTTrainer | DPOTrainer) -> float:
    """What two steps leave of it."""
    left: float = trainer.train().training_loss
    assert math.isfinite(left)
    return left


def tuned(releases: Path) -> str:
    """Every answer is learnt from, whole and nothing else, and is JSON; then two steps."""
    said = []
    for view in SFT:
        with tempfile.TemporaryDirectory() as folder:
            rows = load(releases / "whole", view, folder)
            words = toy.tokenizer()
            turns = "messages" in rows.column_names
            config = SFTConfig(
                **usual(folder), **{"assistant_only_loss" if turns else "completion_only_loss": True}
            )
            trainer = SFTTrainer(
                model=toy.model(words), args=config, train_dataset=rows, processing_class=words
            )
            for row, ready in zip(rows, trainer.train_dataset, strict=True):
                answer = row["messages"][-1]["content"] if turns else row["completion"]
                assert isinstance(json.loads(answer), dict)
                learnt = words.decode([one for one in ready["labels"] if one != IGNORED])
                assert learnt.removesuffix("</s>") == answer, f"{row['id']}: learnt from {learnt[:80]!r}"
            said.append(f"{view} {len(rows)} rows, loss {loss(trainer):.2f}")
    return "; ".join(said)


def preferred(releases: Path) -> str:
    """Pairs differ in what is asked for alone; then two steps."""
    with tempfile.TemporaryDirectory() as folder:
        rows = load(releases / "whole", "preference", folder)
        words = toy.tokenizer()
        trainer = DPOTrainer(
            model=toy.model(words),
            ref_model=toy.model(words),
            args=DPOConfig(**usual(folder)),
            train_dataset=rows,
            processing_class=words,
        )
        for row, ready in zip(rows, trainer.train_dataset, strict=True):
            both = [ready["chosen_ids"], ready["rejected_ids"]]
            for name, ids in zip(("chosen", "rejected"), both, strict=True):
                answer = row[name][-1]["content"]
                assert words.decode(ids).removesuffix("</s>").endswith(answer), f"{row['id']}: {name} is lost"
            assert both[0] != both[1], f"{row['id']}: nothing is preferred"
        return f"{len(rows)} pairs, loss {loss(trainer):.2f}"


def by_recipe(releases: Path) -> str:
    """The recipe of docs/training.md, with the toy as its model."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "release").symlink_to(releases / "whole")
        words = toy.tokenizer()
        toy.model(words).save_pretrained(Path(folder) / "path/to/model")
        words.save_pretrained(Path(folder) / "path/to/model")
        said = recipes.run("python trl", Path(folder))
        assert (Path(folder) / "tuned" / "model.safetensors").exists()
    return said.splitlines()[-1]


def asked_alone(releases: Path) -> None:
    """Take the answer away from one conversation."""
    rows = reading.view(releases / "whole", "sft")
    reading.put(releases / "whole", "sft", "messages", rows[0]["messages"][:-1])


def same_answers(releases: Path) -> None:
    """Prefer an answer to itself."""
    rows = reading.view(releases / "whole", "preference")
    reading.put(releases / "whole", "preference", "rejected", rows[0]["chosen"])


CHECKS = (
    Check(
        "TRL", trl.__version__, "SFT on messages and on prompt/completion, two steps", tuned,
        (
            Fault("a conversation without its answer", asked_alone, "no assistant tokens"),
            Fault(
                "an empty completion",
                lambda releases: reading.put(releases / "whole", "sft_pc", "completion", ""), "Expecting value",
            ),
        ),
    ),
    Check(
        "TRL", trl.__version__, "DPO on preference, two steps", preferred,
        (Fault("an answer preferred to itself", same_answers, "nothing is preferred"),),
    ),
    Check(
        "TRL", trl.__version__, "the recipe of training.md, a toy as its model", by_recipe,
        (Fault("no view to learn from", lambda releases: shutil.rmtree(releases / "whole/data/sft"), "Unable to find"),),
    ),
)  # fmt: skip


@pytest.mark.parametrize("check", named(CHECKS))
def test_views_for_language_models_are_learnt_from(check, releases, told):
    told(check, check.read(releases))


@pytest.mark.parametrize(("check", "fault"), planted(CHECKS))
def test_a_planted_fault_is_noticed(check, fault, damaged):
    with pytest.raises(Exception, match=fault.notice):
        check.read(damaged(fault))
