-- An entry's receipt may be recorded by hand under either reference: found without a look at all entries.
CREATE INDEX bank_entry_reference ON bank_entry (reference);
CREATE INDEX bank_entry_payer_reference ON bank_entry (payer_reference);
