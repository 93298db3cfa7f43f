-- What was asked and what came of it. Times are milliseconds since 1970, durations milliseconds,
-- money is USD. NULL is unknown or none, never zero.

-- One row a prompt to one model, or along one chain.
CREATE TABLE runs (
  number          INTEGER PRIMARY KEY,     -- in the order of writing
  id              TEXT NOT NULL UNIQUE,    -- the id in --json
  asked_at        INTEGER NOT NULL,
  command         TEXT NOT NULL,           -- ask, route, compare, fallback, chat, again
  comparison_id   TEXT,                    -- the same for all that were asked side by side
  conversation_id TEXT,                    -- NULL: cannot be continued
  parent_id       TEXT,                    -- the run whose answer this prompt follows; it may have been pruned
  task            TEXT,                    -- the rest of this group: how the model was routed to
  rule            INTEGER,                 -- counted from 1
  reasons         TEXT,                    -- one a line
  requested_name  TEXT NOT NULL,           -- the model asked first, as it was written
  requested_model TEXT NOT NULL,           -- that one as provider/model
  models          TEXT NOT NULL,           -- JSON: names of all that could have been asked, in order
  model_name      TEXT NOT NULL,           -- the model that answered or decided, as it was written
  model           TEXT NOT NULL,           -- that one as provider/model
  resolved_model  TEXT,                    -- what the server called itself
  prompt          TEXT,                    -- prompt, system, answer, reasoning: NULL without bodies
  system          TEXT,
  options         TEXT NOT NULL,           -- JSON: the request fields that were asked for
  streamed        INTEGER NOT NULL,        -- 1: asked for piece by piece
  form            TEXT,                    -- JSON: what the answer had to be: schema, extract
  outcome         TEXT NOT NULL,           -- answered, failed, truncated, cancelled
  error_class     TEXT,
  error_cause     TEXT,                    -- of a truncation: what ended the answer
  error_message   TEXT,
  status          INTEGER,                 -- HTTP
  answer          TEXT,                    -- whole when answered, else what came
  reasoning       TEXT,
  finish_reason   TEXT,
  latency_ms      REAL,                    -- of the attempt that decided
  first_token_ms  REAL,                    -- text or reasoning
  first_text_ms   REAL,
  input_tokens    INTEGER,                 -- sums over billed attempts; cached ones are part of input
  cached_tokens   INTEGER,
  cache_write_tokens INTEGER,              -- the part of the input that was written to the provider's cache
  output_tokens   INTEGER,                 -- reasoning is part of them
  reasoning_tokens INTEGER,
  usage_source    TEXT,                    -- server, estimated
  cost_usd        REAL,                    -- sum over billed attempts
  cost_source     TEXT NOT NULL,           -- charged, computed, estimated, unknown: the weakest of the parts
  cost_as_of      TEXT,                    -- date of the price table
  cost_at_least   INTEGER NOT NULL         -- 1: parts of the sum are unknown
);
CREATE INDEX runs_by_time ON runs (asked_at);
CREATE INDEX runs_by_conversation ON runs (conversation_id, number);
CREATE INDEX runs_by_comparison ON runs (comparison_id) WHERE comparison_id IS NOT NULL;

-- One row a try, skipped candidates included.
CREATE TABLE attempts (
  run_id          TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,        -- counted from 1
  name            TEXT NOT NULL,           -- the model as it was written
  model           TEXT NOT NULL,           -- as provider/model
  provider        TEXT NOT NULL,
  model_id        TEXT NOT NULL,           -- as its server knows it
  base_url        TEXT NOT NULL,           -- without query
  started_at      INTEGER NOT NULL,
  waited_ms       REAL NOT NULL,           -- before this try; 0 for none
  wait_reason     TEXT,
  outcome         TEXT NOT NULL,           -- answered, failed, truncated, cancelled, skipped
  error_class     TEXT,
  error_cause     TEXT,
  error_message   TEXT,
  status          INTEGER,
  streamed        INTEGER NOT NULL,
  resolved_model  TEXT,
  finish_reason   TEXT,
  latency_ms      REAL,
  first_token_ms  REAL,
  first_text_ms   REAL,
  billed          INTEGER NOT NULL,        -- 1: it can have been billed
  input_tokens    INTEGER,
  cached_tokens   INTEGER,
  cache_write_tokens INTEGER,
  output_tokens   INTEGER,
  reasoning_tokens INTEGER,
  usage_source    TEXT,
  cost_usd        REAL,
  cost_source     TEXT NOT NULL,
  cost_as_of      TEXT,
  cost_at_least   INTEGER NOT NULL,
  PRIMARY KEY (run_id, position)
) WITHOUT ROWID;
CREATE INDEX attempts_by_time ON attempts (started_at);
CREATE INDEX attempts_by_model ON attempts (base_url, model_id, started_at);

-- What -f and -a added to a prompt. Content is kept only as far as it is part of the prompt's text.
CREATE TABLE files (
  run_id          TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,        -- in the order given, counted from 1
  kind            TEXT NOT NULL,           -- text (-f), attachment (-a), link (-a URL)
  path            TEXT NOT NULL,           -- absolute, or the URL
  size            INTEGER,                 -- bytes
  sha256          TEXT,                    -- of the content, hexadecimal
  PRIMARY KEY (run_id, position)
) WITHOUT ROWID;

-- Full text: SELECT * FROM runs WHERE number IN (SELECT rowid FROM runs_text WHERE runs_text MATCH 'word').
CREATE VIRTUAL TABLE runs_text USING fts5 (
  prompt, answer, content = 'runs', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER runs_inserted AFTER INSERT ON runs BEGIN
  INSERT INTO runs_text (rowid, prompt, answer) VALUES (new.number, new.prompt, new.answer);
END;
CREATE TRIGGER runs_deleted AFTER DELETE ON runs BEGIN
  INSERT INTO runs_text (runs_text, rowid, prompt, answer) VALUES ('delete', old.number, old.prompt, old.answer);
END;
CREATE TRIGGER runs_updated AFTER UPDATE ON runs BEGIN
  INSERT INTO runs_text (runs_text, rowid, prompt, answer) VALUES ('delete', old.number, old.prompt, old.answer);
  INSERT INTO runs_text (rowid, prompt, answer) VALUES (new.number, new.prompt, new.answer);
END;

-- For a look: SELECT * FROM recent LIMIT 10.
CREATE VIEW recent AS
SELECT datetime(asked_at / 1000, 'unixepoch', 'localtime') AS asked, id, command, task, model, outcome, error_class,
       input_tokens, output_tokens, cost_usd, round(latency_ms / 1000, 2) AS seconds,
       substr(replace(prompt, char(10), ' '), 1, 60) AS prompt
FROM runs ORDER BY number DESC;
