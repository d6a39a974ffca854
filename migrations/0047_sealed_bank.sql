-- What the bank's files said, and which receipt each entry became.
SELECT protect('bank_entry', 'id::text');
