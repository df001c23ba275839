-- Plain on purpose: this says what is right, not how fast. Nothing here is shared with the engine.

create function sound(drawn geometry) returns geometry language sql immutable as $$
  select case when ST_IsValid(drawn) then drawn else ST_MakeValid(drawn, 'method=structure') end
$$;
create function in_plane(drawn geometry) returns geometry language sql immutable as $$
  select sound(ST_Transform(ST_SetSRID(sound(drawn), 4326), 6933))
$$;

create table ground as select code, lnglat, in_plane(dense) as plane from village;
create table drawn as select activity, place, in_plane(dense) as plane from site where ST_Dimension(lnglat) = 2;

-- The sliver rule: at least 1 ha and at least 1 % of the smaller of the two.
create table part as
select activity, code as village, area
from drawn
join ground on ST_Intersects(drawn.plane, ground.plane)
cross join lateral (select ST_CollectionExtract(ST_Intersection(drawn.plane, ground.plane), 3) as area) as met
where ST_Area(area) >= 10000 and ST_Area(area) >= 0.01 * least(ST_Area(drawn.plane), ST_Area(ground.plane));

-- A point has one village: the one it lies inside, else one whose border it is on; the first code settles a tie.
create table presence as
select activity, village from (
  select distinct on (activity, place) activity, place, ground.code as village
  from site join ground on ST_Intersects(site.lnglat, ground.lnglat)
  where ST_Dimension(site.lnglat) = 0
  order by activity, place, not ST_Contains(ground.lnglat, site.lnglat), ground.code
) as held
union
select activity, ground.code from site join ground on ground.code = site.code or ground.code like site.code || '.%';

create table cell as
select village, theme, year, array_agg(distinct id order by id) as ids
from (select activity, village from part union select activity, village from presence) as reach
join activity on activity.id = reach.activity and counts
cross join lateral generate_series(greatest(first, 2019), least(last, 2028)) as year
group by village, theme, year;

create function served_m2(here text, ids text[]) returns float8 language sql stable as $$
  select coalesce(ST_Area(ST_Union(area)), 0) from part where village = here and activity = any (ids)
$$;
create function overlap_m2(here text, ids text[]) returns float8 language sql stable as $$
  with work as (
    select organisation, ST_Union(area) as area
    from part join implementer using (activity)
    where village = here and activity = any (ids)
    group by organisation
  )
  select coalesce(ST_Area(ST_Union(ST_Intersection(a.area, b.area))), 0)
  from work as a join work as b on a.organisation < b.organisation
$$;
