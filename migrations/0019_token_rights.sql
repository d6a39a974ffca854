-- To take files and to refund money each take a right of their own: `export`, and the new `refund`, which was
-- part of `record`. Tokens that were made before have neither. Their makers are emailed, and make others.
INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
SELECT gen_random_uuid(), 'token-rights', admin.email,
  jsonb_build_object('tokens', jsonb_agg(api_token.name ORDER BY api_token.name)), now(), now(), now()
FROM api_token JOIN admin ON admin.id = api_token.made_by
WHERE api_token.rights && '{export,record}' AND revoked_at IS NULL AND expires_at > now() AND removed_at IS NULL
GROUP BY admin.email;

INSERT INTO audit (at, by, act, object, fields, facts)
SELECT now(), 'machine', 'token.rights', id::text, '{}',
  jsonb_build_object('rights', array_to_string(array_remove(rights, 'export'), ' '))
FROM api_token
WHERE rights && '{export,record}' AND revoked_at IS NULL AND expires_at > now();

UPDATE api_token SET rights = array_remove(rights, 'export') WHERE 'export' = ANY(rights);
