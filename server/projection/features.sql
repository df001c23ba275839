-- One page of record ids after a cursor, with the number that match in all. An empty filter is no filter.
WITH matching AS (
  SELECT id
  FROM records AS r
  WHERE kind = $kind
    AND (len($status) = 0 OR status IN (SELECT unnest($status)))
    AND ($verification = '' OR verification = $verification)
    AND ($first_year = 0 OR first_year IS NULL
      OR (first_year <= $last_year AND coalesce(last_year, $first_year) >= $first_year))
    AND ($theme = '' OR EXISTS (
      SELECT 1 FROM record_themes AS t WHERE t.kind = r.kind AND t.id = r.id AND t.theme = $theme))
    AND (len($organisation) = 0 OR EXISTS (
      SELECT 1 FROM record_organisations AS o
      WHERE o.kind = r.kind AND o.id = r.id AND o.organisation IN (SELECT unnest($organisation))))
    AND ($within = '' OR region = $within OR starts_with(region, $within || '.')
      OR EXISTS (
        SELECT 1 FROM record_places AS p
        WHERE p.kind = r.kind AND p.id = r.id AND (p.code = $within OR starts_with(p.code, $within || '.')))
      OR EXISTS (
        SELECT 1 FROM cover AS c
        WHERE c.kind = r.kind AND c.id = r.id AND (c.code = $within OR starts_with(c.code, $within || '.'))))
    AND (NOT $boxed OR EXISTS (
      SELECT 1 FROM record_boxes AS b
      WHERE b.kind = r.kind AND b.id = r.id
        AND b.west <= $east AND b.east >= $west AND b.south <= $north AND b.north >= $south))
)
SELECT
  count(*)::INTEGER AS matched,
  list_slice(list(id ORDER BY id) FILTER (WHERE id > $after), 1, $limit) AS ids
FROM matching
