-- Requests that were made under a limit for a day or a month. Times are milliseconds since 1970, money is
-- billionths of a USD, rounded up.
CREATE TABLE ledger (
  id              INTEGER PRIMARY KEY,
  model           TEXT NOT NULL,           -- as provider/model
  reserved_at     INTEGER NOT NULL,        -- before it was sent; decides the day that it counts for
  lapses_at       INTEGER NOT NULL,        -- whoever has not settled by then has crashed: what was reserved is free again
  worst_nano_usd  INTEGER NOT NULL,        -- the most that it can cost; counts until it is settled
  nano_usd        INTEGER,                 -- what it has cost; NULL until it is settled
  started_at      INTEGER                  -- of the attempt it was, so that the same one in attempts is not counted again
);
CREATE INDEX ledger_by_time ON ledger (reserved_at);
CREATE INDEX ledger_by_attempt ON ledger (started_at, model);
