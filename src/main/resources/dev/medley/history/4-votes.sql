-- Blind votes: which of several answers a person liked best without knowing whose they were.
CREATE TABLE votes (
  number   INTEGER PRIMARY KEY,     -- in the order of writing
  voted_at INTEGER NOT NULL,        -- milliseconds since 1970
  task     TEXT NOT NULL,           -- default: no other task was named or matched
  choice   TEXT NOT NULL,           -- model, tie (all are as good), none (none is good)
  winner   TEXT                     -- provider/model; NULL unless the choice is a model
);

-- One row for each model that was voted on, the winner included.
CREATE TABLE vote_models (
  vote     INTEGER NOT NULL REFERENCES votes (number) ON DELETE CASCADE,
  model    TEXT NOT NULL,           -- as provider/model
  PRIMARY KEY (vote, model)
) WITHOUT ROWID;
