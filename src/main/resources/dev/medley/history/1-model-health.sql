-- Models that have failed since they last answered. All times in milliseconds (since 1970).
CREATE TABLE model_health (
  base_url      TEXT NOT NULL,
  model         TEXT NOT NULL,
  failures      TEXT NOT NULL,  -- times of those that have not led to a rest, spaces between
  rest_since    INTEGER,        -- the latest rest, which may be over
  rest_until    INTEGER,
  rest_step     INTEGER,        -- length of the last rest of our own choice; doubles
  rest_failures INTEGER,        -- how many failures led to it
  rest_why      TEXT,           -- error class of the last of them
  PRIMARY KEY (base_url, model)
) WITHOUT ROWID;
