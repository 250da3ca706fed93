-- One project is one SQLite file, and this is all of it, in the order in which a reader needs it.
--
-- Three kinds of table, and `stamp`, which is about the file itself:
--   content   (document, source, cutting, piece, placement, edit, codebook): named by hashes of what
--             they hold, so that two copies of a project merge by union;
--   event     every act of a person, append-only: the log is the truth;
--   derived   what can be made anew from these: `present`, the last word on each question, and `identity`,
--             whose other name a name is, both kept by triggers; the column `folded`, the tables `bigram`, `sketch` and `repeat`,
--             which searches read. `annotator verify` rebuilds them and compares.
-- Times are UTC milliseconds. Offsets are code points of a source, half open. Values are JSON.

PRAGMA application_id = 0x616e6e6f;  -- "anno"
PRAGMA user_version = 1;

-- ---------------------------------------------------------------- content

-- A document is the bytes of a file: doc-<12 hex of their SHA-256>.
CREATE TABLE document (
    doc_id      TEXT PRIMARY KEY CHECK (doc_id GLOB 'doc-????????????'),
    file_sha256 TEXT NOT NULL UNIQUE CHECK (length(file_sha256) = 64),
    file_name   TEXT NOT NULL
) STRICT;

-- The text that a reader made of a document, as it came. A better reader adds a row.
CREATE TABLE source (
    source_sha256 TEXT PRIMARY KEY CHECK (length(source_sha256) = 64),
    doc_id        TEXT NOT NULL REFERENCES document,
    reader        TEXT NOT NULL,   -- name and version, such as "txt/1 gb18030"
    text          TEXT NOT NULL
) STRICT;
CREATE INDEX source_doc ON source (doc_id);

-- One value of a whole document: its segments in order. `cutter` is a program's name and version or
-- a person's id. Which cutting is in force is said by the last `cut` event of the document.
CREATE TABLE cutting (
    cutting_no    INTEGER PRIMARY KEY,       -- local, never leaves the file
    cutting_id    TEXT NOT NULL UNIQUE,      -- cut-<16 hex of the hash of source, cutter and segments>
    source_sha256 TEXT NOT NULL REFERENCES source,
    cutter        TEXT NOT NULL,
    clauses       INTEGER NOT NULL           -- how many of its segments are clauses
) STRICT;
CREATE INDEX cutting_source ON cutting (source_sha256);

-- A segment as a value, stored once however many cuttings have it: whoever splits one clause leaves
-- the others as they are. `text` is clean: repaired, without marker and trailing bracket.
CREATE TABLE piece (
    piece_no   INTEGER PRIMARY KEY,          -- local, never leaves the file
    piece_id   TEXT NOT NULL UNIQUE,         -- seg-<16 hex of the hash of source, piece and edits>
    cutting_no INTEGER NOT NULL REFERENCES cutting,  -- the first cutting that had it
    kind       TEXT NOT NULL CHECK (kind IN
                 ('title', 'front_matter', 'heading', 'clause', 'attachment', 'boilerplate')),
    clause_id  TEXT,                         -- for clauses: cl-<16 hex of source and range>
    level      INTEGER NOT NULL,
    marker     TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL CHECK (end > start),
    text       TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end   INTEGER NOT NULL,
    tail       TEXT NOT NULL,
    tail_start INTEGER NOT NULL,
    tail_end   INTEGER NOT NULL,
    lead       INTEGER NOT NULL,             -- length of the title sentence in `text`, 0 if none
    doubt      REAL NOT NULL,
    folded     TEXT,                         -- for clauses: marker, text and tail, each on a line, as a
                                             -- search compares them; NULL where they read the same
    CHECK ((kind = 'clause') = (clause_id IS NOT NULL))
) STRICT;
CREATE INDEX piece_clause ON piece (clause_id) WHERE clause_id IS NOT NULL;
CREATE INDEX piece_place ON piece (cutting_no, start);
CREATE INDEX piece_doubt ON piece (clause_id) WHERE clause_id IS NOT NULL AND doubt >= 0.3;

-- Which clauses hold which two characters, for projects so large that reading every text takes too long.
-- Pieces come in volumes of 16,384, by their numbers; only full volumes are here, the pieces behind them
-- are read one by one. See annotator/tools/bigrams.py.
CREATE TABLE bigram (
    key    INTEGER PRIMARY KEY,              -- volume << 42 | first code point << 21 | second
    pieces BLOB NOT NULL                     -- their numbers in the volume, as distances
) STRICT;

-- By which keys clauses are looked up that read the same, or nearly; under the key 0 stands the last piece that
-- was read. See annotator/tools/repeats. The first pieces of a key are enough: what many clauses share is said
-- of each by a few.
CREATE TABLE sketch (
    key      INTEGER NOT NULL,
    piece_no INTEGER NOT NULL,
    PRIMARY KEY (key, piece_no)
) STRICT, WITHOUT ROWID;

-- Clauses that read the same, or nearly, as pieces: each with some of those before it, and these with it. What is
-- alike to the same piece, or nearly, is alike: see annotator/store/repeats.py. Pieces stay when a new cutting is
-- put in force, and go on joining those that are in it.
CREATE TABLE repeat (
    piece_no INTEGER NOT NULL REFERENCES piece,
    other_no INTEGER NOT NULL REFERENCES piece,
    likeness REAL NOT NULL CHECK (likeness BETWEEN 0 AND 1),
    PRIMARY KEY (piece_no, other_no)
) STRICT, WITHOUT ROWID;

-- The segments of a cutting in order; they partition the source.
CREATE TABLE placement (
    cutting_no INTEGER NOT NULL REFERENCES cutting,
    seq        INTEGER NOT NULL,             -- 0, 1, 2 … through the source
    piece_no   INTEGER NOT NULL REFERENCES piece,
    ord        INTEGER,                      -- for clauses: 0, 1, 2 … among the cutting's clauses
    parent     INTEGER,                      -- seq of the heading above, for headings and clauses
    PRIMARY KEY (cutting_no, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX placement_ord ON placement (cutting_no, ord) WHERE ord IS NOT NULL;
CREATE INDEX placement_piece ON placement (piece_no, cutting_no, ord);  -- where a piece stands

CREATE VIEW segment AS
SELECT placement.cutting_no, seq, kind, ord, clause_id, level, marker, parent, start, end,
       text, text_start, text_end, tail, tail_start, tail_end, lead, doubt, piece_no
FROM placement JOIN piece USING (piece_no);

-- Repairs inside a segment: source[start:end] is `before` and should be `after`.
CREATE TABLE edit (
    piece_no   INTEGER NOT NULL REFERENCES piece,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL,
    rule       TEXT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    confidence REAL NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('applied', 'proposed', 'refused')),
    PRIMARY KEY (piece_no, start, end)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_proposed ON edit (piece_no) WHERE state = 'proposed';

-- Versions of the codebook, by the SHA-256 of their text. The last `codebook` event names the one in force.
CREATE TABLE codebook (
    digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),
    name    TEXT NOT NULL,
    version TEXT NOT NULL,
    parent  TEXT NOT NULL,
    meaning TEXT NOT NULL,                   -- hash of what the codes mean
    text    TEXT NOT NULL,                   -- the TOML file as it was given
    parsed  TEXT NOT NULL                    -- the same as JSON: the screens start without a TOML parser
) STRICT;

-- Suggestions are not labels. One row is one source's whole value for a field of a clause. Rows stand as they
-- came: ids have no order, and long rows put in between others would have the whole table written again.
CREATE TABLE suggestion (
    subject TEXT NOT NULL,
    field   TEXT NOT NULL,
    source  TEXT NOT NULL,                   -- "import", a codebook's key terms, a model's name
    version TEXT NOT NULL,
    value   TEXT NOT NULL CHECK (json_type(value) = 'array'),
    score   REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    PRIMARY KEY (subject, field, source, version)
) STRICT;

-- The documents of which every suggestion of the program itself is above. Those of a large import come in with
-- their units alone: the rest is made when it is asked for, of a clause when it is read, of all for a search.
CREATE TABLE suggested (
    doc_id TEXT PRIMARY KEY REFERENCES document
) STRICT, WITHOUT ROWID;

-- What a reviewer is writing and has not yet said: kept at every pause, so that a kill loses nothing, and
-- gone when it is said. Local: never merged, never exported.
CREATE TABLE draft (
    reviewer TEXT NOT NULL,
    subject  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    field    TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (reviewer, subject, kind, field)
) STRICT, WITHOUT ROWID;

-- The queries that a reviewer asked last, to be asked again. Local: never merged, never exported.
CREATE TABLE asked (
    reviewer TEXT NOT NULL,
    query    TEXT NOT NULL,
    turn     INTEGER NOT NULL,               -- the last one asked has the highest of the reviewer's
    PRIMARY KEY (reviewer, query)
) STRICT, WITHOUT ROWID;

-- What only this file knows: by the key `pseudonyms` who is meant by the names in a release is found out, so that it
-- stays with whoever leads. Made at first need. Local: never merged, never exported, in no bundle.
CREATE TABLE secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;

-- For whom a bundle was made: one row in a bundle, none in any other file. Local: never merged, never exported.
CREATE TABLE addressee (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    reviewer TEXT NOT NULL
) STRICT;

-- What was decided on clauses that the reviewer of a bundle had finished, for them to learn from: no names, and
-- nothing of what others said. Made with the bundle. Local: never merged, never exported.
CREATE TABLE decided (
    clause_id TEXT NOT NULL,
    field     TEXT NOT NULL,
    value     TEXT NOT NULL CHECK (json_type(value) = 'array'),
    reason    TEXT NOT NULL,
    PRIMARY KEY (clause_id, field)
) STRICT, WITHOUT ROWID;

-- One row: the stamp of the last transaction behind that of the one before, to know by which -wal beside
-- the file continues it.
CREATE TABLE stamp (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    value  TEXT NOT NULL
) STRICT;
INSERT INTO stamp VALUES (1, 'stamp:0000000000000000>' || lower(hex(randomblob(8))));

-- ---------------------------------------------------------------- the log

-- The columns are those of annotator.model.event.Event, where each is explained.
CREATE TABLE event (
    n         INTEGER PRIMARY KEY AUTOINCREMENT,  -- local order of arrival, never leaves the file
    id        TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    field     TEXT NOT NULL,
    layer     TEXT NOT NULL CHECK (layer IN ('review', 'gold', 'project')),
    pass_no   INTEGER NOT NULL CHECK (layer = 'review' OR pass_no = 1),
    value     TEXT NOT NULL CHECK (json_valid(value)),
    act       TEXT NOT NULL,
    undoes    TEXT NOT NULL,
    origin    TEXT NOT NULL,
    suggested INTEGER NOT NULL CHECK (suggested IN (0, 1)),
    seen      TEXT NOT NULL,
    seconds   REAL NOT NULL,
    codebook  TEXT NOT NULL,
    reviewer  TEXT NOT NULL,
    os_user   TEXT NOT NULL,
    at        INTEGER NOT NULL,
    run       TEXT NOT NULL,
    seq       INTEGER NOT NULL,
    prev      TEXT NOT NULL,
    UNIQUE (run, seq)
) STRICT;
CREATE INDEX event_subject ON event (subject, kind, field);        -- the history of a clause
CREATE INDEX event_reviewer ON event (reviewer, at, run, seq, seconds)  -- what to undo, time spent
WHERE origin != 'import';
CREATE INDEX event_submit ON event (reviewer, at) WHERE kind = 'submit';   -- how fast one works
CREATE INDEX event_clock ON event (at, run, seq);                  -- the log in its order
CREATE INDEX event_alias ON event (subject) WHERE kind = 'person' AND field = 'alias';

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
-- INSERT OR REPLACE deletes without firing the delete trigger; this one fires first.
CREATE TRIGGER event_no_replace BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id OR (run = new.run AND seq = new.seq) OR n = new.n)
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

-- Events that are elsewhere. A bundle for one reviewer leaves out what the others did, and says here which
-- numbers of its runs these are; `annotator verify` names every other gap. A merge that brings them ends it.
CREATE TABLE left_out (
    run   TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first >= 1),
    last  INTEGER NOT NULL CHECK (last >= first),
    PRIMARY KEY (run, first)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- the present

-- Names under which one person worked: each name that was said to be another's, with the person's id.
CREATE TABLE identity (
    alias TEXT PRIMARY KEY,
    id    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The same from the log alone. The last word on a name tells whose it is; a name that is said to be of an
-- alias is of whom that is. Where names go round in a circle (two copies of a project said the opposite), the
-- oldest of the sentences in it does not count, so that the last one always does.
CREATE VIEW identity_from_log AS
WITH RECURSIVE
    said AS (
        SELECT subject AS alias, json_extract(value, '$') AS id, at, run, seq FROM (
            SELECT *, row_number() OVER (PARTITION BY subject ORDER BY at DESC, run DESC, seq DESC) AS newest
            FROM event WHERE kind = 'person' AND field = 'alias')
        WHERE newest = 1 AND json_type(value) = 'text'),
    reached (alias, id) AS (
        SELECT alias, id FROM said
        UNION SELECT reached.alias, said.id FROM reached JOIN said ON said.alias = reached.id)
SELECT alias, id FROM (
    SELECT reached.alias, reached.id,  -- NULL comes first: of whom nothing is said is the person
           row_number() OVER (PARTITION BY reached.alias ORDER BY said.at, said.run, said.seq) AS nearest
    FROM reached LEFT JOIN said ON said.alias = reached.id
    WHERE said.alias IS NULL
       OR EXISTS (SELECT 1 FROM reached AS circle WHERE circle.alias = reached.id AND circle.id = reached.id))
WHERE nearest = 1 AND alias != id;

-- The people whose names the log tells otherwise than `identity` does: before and after.
CREATE VIEW identity_changed AS
WITH now AS MATERIALIZED (SELECT alias, id FROM identity_from_log),
     changed AS (
        SELECT coalesce(was.id, alias) AS was, coalesce(now.id, alias) AS id
        FROM (SELECT alias FROM identity UNION SELECT alias FROM now)
        LEFT JOIN identity AS was USING (alias) LEFT JOIN now USING (alias)
        WHERE was.id IS NOT now.id)
SELECT was AS id FROM changed UNION SELECT id FROM changed;

-- The last event by the clock for each question. In the layer `review` every person answers for themselves,
-- and `owner` is their id under whatever name they said it; in `gold` and `project` there is one answer, and
-- `owner` is empty.
CREATE TABLE present (
    subject TEXT NOT NULL,
    layer   TEXT NOT NULL,
    owner   TEXT NOT NULL,
    pass_no INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    field   TEXT NOT NULL,
    value   TEXT NOT NULL,
    event   TEXT NOT NULL,                   -- the id of that event
    at      INTEGER NOT NULL,
    run     TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (subject, layer, owner, pass_no, kind, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX present_owner ON present (kind, layer, owner, subject);
CREATE INDEX present_import ON present (at, run, seq) WHERE kind = 'import';  -- documents as they came
CREATE INDEX present_title ON present (value) WHERE kind = 'metadata' AND field = 'title';  -- namesakes
CREATE INDEX present_cut ON present (value) WHERE kind = 'cut';  -- where a cutting is in force

CREATE TRIGGER event_present AFTER INSERT ON event BEGIN
    INSERT INTO present
    VALUES (new.subject, new.layer,
            CASE new.layer WHEN 'review'
                 THEN coalesce((SELECT id FROM identity WHERE alias = new.reviewer), new.reviewer) ELSE '' END,
            new.pass_no, new.kind, new.field, new.value, new.id, new.at, new.run, new.seq)
    ON CONFLICT DO UPDATE SET value = excluded.value, event = excluded.event,
                              at = excluded.at, run = excluded.run, seq = excluded.seq
    WHERE (excluded.at, excluded.run, excluded.seq) > (at, run, seq);
END;

-- When the log says something else of a name, what is present of those people is read anew from it, and what
-- they have not said yet goes with them.
CREATE TRIGGER event_identity AFTER INSERT ON event WHEN new.kind = 'person' AND new.field = 'alias' BEGIN
    DELETE FROM present WHERE layer = 'review' AND owner IN (SELECT id FROM identity_changed);
    INSERT INTO present
    SELECT subject, layer, coalesce(now.id, reviewer), pass_no, kind, field, value, event.id, at, run, seq
    FROM event LEFT JOIN identity_from_log AS now ON now.alias = reviewer
    WHERE layer = 'review' AND coalesce(now.id, reviewer) IN (SELECT id FROM identity_changed)
    ON CONFLICT DO UPDATE SET value = excluded.value, event = excluded.event,
                              at = excluded.at, run = excluded.run, seq = excluded.seq
    WHERE (excluded.at, excluded.run, excluded.seq) > (at, run, seq);
    DELETE FROM identity;
    INSERT INTO identity SELECT alias, id FROM identity_from_log;
    UPDATE OR IGNORE draft SET reviewer = (SELECT id FROM identity WHERE alias = reviewer)
    WHERE reviewer IN (SELECT alias FROM identity);
END;

-- The same from the log alone; `annotator verify` compares it with the table.
CREATE VIEW present_from_log AS
WITH said AS (
    SELECT event.*, CASE layer WHEN 'review' THEN coalesce(now.id, reviewer) ELSE '' END AS owner
    FROM event LEFT JOIN identity_from_log AS now ON now.alias = reviewer)
SELECT subject, layer, owner, pass_no, kind, field, value, event, at, run, seq FROM (
    SELECT *, id AS event,
           row_number() OVER (
               PARTITION BY subject, layer, owner, pass_no, kind, field
               ORDER BY at DESC, run DESC, seq DESC) AS newest
    FROM said)
WHERE newest = 1;

-- Documents with the cutting in force. Whoever wants them in order takes the index present_import. The
-- whole key of `present` stands in each condition: with a part of it SQLite may read all documents for each.
CREATE VIEW document_in_force AS
SELECT document.doc_id, document.file_name, cutting.cutting_no, cutting.cutting_id,
       cutting.source_sha256, cutting.clauses,
       imported.at AS imported_at, imported.run AS imported_run, imported.seq AS imported_seq,
       coalesce((SELECT json_extract(value, '$') FROM present AS title
                 WHERE title.subject = document.doc_id AND title.layer = 'project' AND title.owner = ''
                   AND title.pass_no = 1 AND title.kind = 'metadata' AND title.field = 'title'),
                document.file_name) AS title
FROM document
JOIN present AS imported
       ON imported.subject = document.doc_id AND imported.layer = 'project' AND imported.owner = ''
      AND imported.pass_no = 1 AND imported.kind = 'import' AND imported.field = ''
JOIN present AS cut
       ON cut.subject = document.doc_id AND cut.layer = 'project' AND cut.owner = ''
      AND cut.pass_no = 1 AND cut.kind = 'cut' AND cut.field = ''
JOIN cutting ON cutting.cutting_id = json_extract(cut.value, '$')
LEFT JOIN present AS retired
       ON retired.subject = document.doc_id AND retired.layer = 'project' AND retired.owner = ''
      AND retired.pass_no = 1 AND retired.kind = 'retire' AND retired.field = ''
WHERE coalesce(json_extract(retired.value, '$'), 0) = 0;

-- Every clause that can be labelled. The joins go in this order, to find one by its id at once.
CREATE VIEW clause_in_force AS
SELECT segment.*, cut.subject AS doc_id, cutting.source_sha256
FROM segment
CROSS JOIN cutting USING (cutting_no)
CROSS JOIN present AS cut ON cut.kind = 'cut' AND cut.value = '"' || cutting.cutting_id || '"'
LEFT JOIN present AS retired ON retired.subject = cut.subject AND retired.kind = 'retire'
WHERE segment.kind = 'clause' AND coalesce(json_extract(retired.value, '$'), 0) = 0;
