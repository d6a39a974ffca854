-- One line from the initiative, beside what was corrected or stepped back.
ALTER TABLE initiative ADD reply text;
GRANT UPDATE (reply) ON initiative TO muster_app;

-- The public page lists the newest steps back, and counts them; they are few among movements and pledges.
CREATE INDEX movement_back ON movement (seq)
  WHERE verb IN ('withdraw', 'lapse', 'dispute', 'lose', 'refund', 'reverse');
CREATE INDEX standing_gone ON standing (pledge_id) WHERE withdrawn + lapsed + refunded + disputed > 0;
