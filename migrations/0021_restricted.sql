-- What a giver restricts its money to: free text, so no leaf has it. The seals cover it as they do the whole row.
ALTER TABLE pledge ADD restricted_to text;
CREATE INDEX pledge_restricted ON pledge (id) WHERE restricted_to IS NOT NULL;
GRANT UPDATE (restricted_to) ON pledge TO muster_app;
