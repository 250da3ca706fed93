"""How far a task is, beside its clause: what an office writes in the columns of a ledger."""

WRITTEN = ("progress", "status", "updated", "remark", "due")
"""What is written: how it goes, in a word, as of when, what else there is to say; and by when it is to be
done, where the office says something else than the text.
"""
