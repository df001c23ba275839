-- Facts and cube from nothing, the two tables the engine keeps. `create table as` may use several workers, `insert` may not.

set client_min_messages = warning;
drop table if exists cover, cube;

create unlogged table cover as
select activity, village.village, ST_Area(part) / 1e4 as ha, part
from village
join activity on ST_Intersects(village.plane, activity.plane)
cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
where activity.m2 > 0 and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
union all
select activity, village, null, null
from (
  select distinct on (activity) activity, village.village
  from activity join village on ST_Intersects(village.plane, activity.plane)
  where activity.m2 = 0
  order by activity, not ST_Contains(village.plane, activity.plane), village.code
) as held;

create unlogged table cube as
with work as materialized (
  select cover.village, theme, year, organisation, count(*) as polygons,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from cover join activity using (activity) cross join lateral generate_series(first::int, last::int) as year
  where counts and part is not null
  group by cover.village, theme, year, organisation
), served as (
  select village, theme, year, sum(polygons) as polygons,
    ST_Area(case count(*) when 1 then (array_agg(area))[1] else ST_Union(array_agg(area)) end) / 1e4 as ha
  from work group by village, theme, year
), overlapping as (
  select village, theme, year, ST_Area(ST_Union(ST_Intersection(a.area, b.area))) / 1e4 as ha
  from work as a join work as b using (village, theme, year)
  where a.organisation < b.organisation and ST_Intersects(a.area, b.area)
  group by village, theme, year
), present as (
  select cover.village, theme, year, count(*) as points
  from cover join activity using (activity) cross join lateral generate_series(first::int, last::int) as year
  where counts and part is null
  group by cover.village, theme, year
)
select village, theme, year, coalesce(served.ha, 0) as served_ha, coalesce(overlapping.ha, 0) as overlap_ha,
  coalesce(polygons, 0) as polygons, coalesce(points, 0) as points
from served full join present using (village, theme, year) left join overlapping using (village, theme, year);
create unique index on cube (theme, year, village);
analyze cover, cube;

prepare everywhere_from_cube(smallint, smallint) as
select code, coalesce(served_ha, 0), coalesce(overlap_ha, 0)
from village left join cube on cube.village = village.village and theme = $1 and year = $2;
