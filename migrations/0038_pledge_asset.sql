-- Which assets are pledged, and whose an open part is, without reading whole pledges.
CREATE INDEX pledge_asset ON pledge (asset, id);
