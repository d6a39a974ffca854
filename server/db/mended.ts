/** Files that changed after they were applied: the old checksums, and the SQL that such a database lacks. */
export const MENDED: Record<string, Record<string, string>> = {
  '0002_append_only.sql': {
    // Now an owner who may make no role can apply it; its tables, triggers and grants are the same.
    bf81b87ba9247f9d8c1c04c96d1c24f13db46bae84762fd35b15ac4bc61cfd26: '',
  },
  '0003_standing.sql': {
    a43333fe6f723689f1812c15f1cddf68f1a00f9c9f3f200b69537140517c49fd: `
      CREATE INDEX standing_amount ON standing (total_base DESC, first_seq DESC);
      CREATE INDEX standing_secured ON standing (secured_base DESC, first_seq DESC);`,
  },
  '0005_people.sql': {
    '017423d955d17e2c3675cadbcab825dfc9f8ab9e75a2c7a4a4f219699de0df50': `
      ALTER TABLE signatory ADD name_key text NOT NULL DEFAULT '';
      ALTER TABLE pledge ADD revision integer NOT NULL DEFAULT 0;
      GRANT UPDATE (notice, consented_at) ON signatory TO muster_app;
      GRANT UPDATE (revision) ON pledge TO muster_app;
      UPDATE signatory SET name_key = regexp_replace(lower(normalize(name, NFKC)), '[[:space:][:punct:]]', '', 'g');
      DROP INDEX signatory_name;
      CREATE INDEX signatory_name ON signatory (name_key);
      -- A mail that waits to be sent says since how much was decided on.
      UPDATE mail SET data = data || jsonb_build_object('asset', asset, 'quantity', quantity::text, 'isMore', false)
        FROM pledge WHERE kind = 'decided' AND ref = data ->> 'ref';`,
  },
};
