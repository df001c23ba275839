SELECT kind, count(*)::INTEGER AS count, count(*) FILTER (WHERE origin = 'sample')::INTEGER AS sample
FROM records
GROUP BY kind
