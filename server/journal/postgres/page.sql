-- Lines from $1 on, as many as fit into $2 bytes and at least one after it; of $1 itself only the hash, which anchors them.
SELECT seq, line
FROM (
  SELECT seq, line, sum(octet_length(line)) OVER (ORDER BY seq) AS total
  FROM (
    SELECT seq, CASE WHEN seq = $1::bigint THEN substring(line FROM 1 FOR 64) ELSE line END AS line
    FROM bentang_journal
    WHERE seq BETWEEN $1::bigint AND $1::bigint + 1000
  ) AS lines
) AS page
WHERE total <= $2::bigint OR seq <= $1::bigint + 1
ORDER BY seq
