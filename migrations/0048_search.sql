-- A search for an amount or a purchase order need not look through every pledge and movement.
CREATE INDEX pledge_purchase_order ON pledge (purchase_order) WHERE purchase_order IS NOT NULL;
CREATE INDEX pledge_quantity ON pledge (quantity);
CREATE INDEX movement_quantity ON movement (quantity);
