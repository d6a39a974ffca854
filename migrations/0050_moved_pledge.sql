-- Whether a movement's pledge exists is checked once for a statement. A foreign key looks, and locks, once for each row,
-- which took a quarter of Postgres' time for the ledger while a large file was imported. The lock is the same.
CREATE FUNCTION refuse_movement_without_pledge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE missing uuid;
BEGIN
  -- By the index, however many pledges the planner expects.
  WITH locked AS MATERIALIZED (
    SELECT id FROM pledge WHERE id = ANY (ARRAY(SELECT DISTINCT pledge_id FROM added)) ORDER BY id FOR KEY SHARE)
  SELECT pledge_id INTO missing FROM added WHERE pledge_id NOT IN (SELECT id FROM locked) LIMIT 1;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'a movement of the pledge %, which does not exist', missing USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- After the row is locked, so that it sees movements that were committed meanwhile.
CREATE FUNCTION refuse_pledge_that_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM movement WHERE pledge_id = OLD.id) THEN
    RAISE EXCEPTION 'the pledge % has movements, so it stays', OLD.ref USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION refuse_movement_without_pledge(), refuse_pledge_that_moved() FROM PUBLIC;
ALTER TABLE movement DROP CONSTRAINT movement_pledge_id_fkey;
CREATE TRIGGER of_a_pledge AFTER INSERT ON movement REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_movement_without_pledge();
CREATE TRIGGER moved_stays AFTER DELETE OR UPDATE OF id ON pledge
  FOR EACH ROW EXECUTE FUNCTION refuse_pledge_that_moved();
