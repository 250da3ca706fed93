"""What only this file knows: the key by which the people of the project are called in what is released."""

import secrets

from annotator.store.project import Project

_PSEUDONYMS = "pseudonyms"
_READ = "SELECT value FROM secret WHERE name = ?"


def pseudonym_key(project: Project) -> bytes:
    """The key, 32 bytes, made when it is first needed; raises as transactions do. It is in no event, so that
    no bundle and no merge takes it along: who has it can find out who is meant.
    """
    if row := project.db.execute(_READ, (_PSEUDONYMS,)).fetchone():
        return bytes(row[0])
    with project.transaction() as db:
        made = secrets.token_bytes(32)
        db.execute("INSERT OR IGNORE INTO secret VALUES (?, ?)", (_PSEUDONYMS, made))
        return bytes(db.execute(_READ, (_PSEUDONYMS,)).fetchone()[0])
