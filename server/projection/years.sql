-- The years anything is on record for; null when nothing is dated.
SELECT min(first_year)::INTEGER AS first, max(coalesce(last_year, first_year))::INTEGER AS last
FROM records
WHERE kind IN ('activity', 'target', 'zone', 'agreement', 'meeting')
