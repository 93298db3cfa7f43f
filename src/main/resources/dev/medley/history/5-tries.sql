-- Who finds out at this moment how a model fares, and when it last answered.
ALTER TABLE model_health ADD COLUMN tries TEXT NOT NULL DEFAULT '';  -- when those began that are under way, spaces between
ALTER TABLE model_health ADD COLUMN answered INTEGER;                -- NULL: never, as far as is known
