DELETE FROM records WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM record_themes WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM record_organisations WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM record_places WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM record_boxes WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM cover WHERE (kind, id) IN (SELECT kind, id FROM touched);
DELETE FROM touched;
