-- Every (village, theme, year) in which somebody works, with what the cube says and who it is.
select code, theme, year, served_ha, overlap_ha, ids
from cube
join (
  select cover.village, theme, year, string_agg(activity::text, ' ' order by activity) as ids
  from cover join activity using (activity) cross join lateral generate_series(first::int, last::int) as year
  where counts
  group by cover.village, theme, year
) as reach using (village, theme, year)
join village using (village);
