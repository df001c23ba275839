-- The box around every site of a kind, in 1e-7 degree; null where there is none.
SELECT min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north
FROM record_boxes
WHERE kind = $kind
