-- The desk's overview looks for the newest checkpoint of a week ago.

CREATE INDEX checkpoint_created_at ON checkpoint (created_at);
