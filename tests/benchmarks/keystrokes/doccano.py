"""doccano by rules: the fewest keys and clicks that its pages allow. It is not run.

Read in doccano/doccano (frontend/components/tasks, backend/label_types/models.py), as of January 2026:

- A project has one kind of task, so that this work takes two: text classification for type, category and
  priority, sequence labelling for the units. Both go through every clause.
- A label may have a shortcut of one key (`suffix_key`: 36 digits and letters). The 31 codes of the three fields
  fit: a code is one key (textClassification/multiLabel).
- A span is marked with the mouse, which opens a menu of labels; a shortcut picks the role (`v-shortkey` in
  sequenceLabeling/EntityEditor.vue): a drag and a key, three.
- The next clause is one key (→), and every key is stored; that a clause is confirmed (Enter) is left out, and so
  is scrolling: in favour of doccano.

It keeps neither the order of categories (the primary one) nor the organisation that a name stands for; that
nothing applies is not told from nobody having looked. Going from project to project is not counted.
"""

from tests.benchmarks.keystrokes.sheet import Answer

CODE = 1
DRAG, ROLE = 2, 1
NEXT = 1


def keys(answer: Answer) -> int:
    """Keys and clicks for one clause, in both projects."""
    classified = sum(len(codes) for codes in answer.codes.values()) * CODE + NEXT
    return classified + len(answer.mentions) * (DRAG + ROLE) + NEXT
