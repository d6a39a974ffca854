-- What was recorded by hand before Muster knew the payment now has one reason, whichever pledge it is of.
UPDATE stripe_event SET reason = 'by-hand' WHERE reason = 'elsewhere';
