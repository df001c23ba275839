-- What an activity has in a village: the common part, if it is no sliver (at least 1 ha and 1 % of the smaller of the two).
-- `offset 0` keeps the planner from computing the intersection once for each mention of it; a lone part is not united with
-- itself.

prepare viewport(float8, float8, float8, float8) as
select '{"type":"FeatureCollection","features":[' || coalesce(string_agg(
  '{"type":"Feature","id":"' || id || '","geometry":' || ST_AsGeoJSON(lnglat, 7) ||
  ',"properties":{"theme":' || theme || ',"organisation":' || organisation || ',"first":' || first ||
  ',"last":' || last || ',"status":"' || status || '"}}', ','), '') || ']}'
from (
  select * from activity where lnglat && ST_MakeEnvelope($1, $2, $3, $4, 4326) limit 5000
) as found;

prepare drawn(geometry) as
select activity from activity where ST_Intersects(lnglat, $1);

prepare gap(text, smallint, smallint) as
with served as materialized (
  select village.village,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from village
  join activity on ST_Intersects(village.plane, activity.plane)
  cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
  where regency = $1 and theme = $2 and first <= $3 and last >= $3 and counts and activity.m2 > 0
    and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
  group by village.village
)
select code, coalesce(ST_Area(area), 0) / 1e4,
  case when coalesce(ST_Area(area), 0) < 1e4 and not exists (
    select from activity
    where village = village.village and theme = $2 and first <= $3 and last >= $3 and counts
  ) then 1 else 0 end
from village left join served using (village)
where regency = $1;

prepare gap_shape(text, smallint, smallint) as
with served as materialized (
  select village.village,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from village
  join activity on ST_Intersects(village.plane, activity.plane)
  cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
  where regency = $1 and theme = $2 and first <= $3 and last >= $3 and counts and activity.m2 > 0
    and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
  group by village.village
)
select code, ST_AsGeoJSON(
  case when area is null then lnglat else ST_Transform(ST_Difference(plane, area), 4326) end, 7)
from village left join served using (village)
where regency = $1;

prepare overlap(text, smallint, smallint) as
with work as materialized (
  select village.village, code, organisation,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from village
  join activity on ST_Intersects(village.plane, activity.plane)
  cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
  where regency = $1 and theme = $2 and first <= $3 and last >= $3 and counts and activity.m2 > 0
    and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
  group by village.village, code, organisation
)
select a.code, ST_Area(ST_Union(ST_Intersection(a.area, b.area))) / 1e4
from work as a join work as b using (village)
where a.organisation < b.organisation and ST_Intersects(a.area, b.area)
group by a.code;

prepare pairs(smallint, smallint) as
with work as materialized (
  select village.village, organisation,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from village
  join activity on ST_Intersects(village.plane, activity.plane)
  cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
  where theme = $1 and first <= $2 and last >= $2 and counts and activity.m2 > 0
    and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
  group by village.village, organisation
)
select a.organisation || ' ' || b.organisation, sum(ST_Area(ST_Intersection(a.area, b.area))) / 1e4
from work as a join work as b using (village)
where a.organisation < b.organisation and ST_Intersects(a.area, b.area)
group by a.organisation, b.organisation;

prepare everywhere(smallint, smallint) as
with work as materialized (
  select village.village, organisation,
    case count(*) when 1 then (array_agg(part))[1] else ST_Union(array_agg(part)) end as area
  from village
  join activity on ST_Intersects(village.plane, activity.plane)
  cross join lateral (select ST_Intersection(activity.plane, village.plane) as part offset 0) as met
  where theme = $1 and first <= $2 and last >= $2 and counts and activity.m2 > 0
    and ST_Area(part) >= greatest(1e4, 0.01 * least(activity.m2, village.m2))
  group by village.village, organisation
), served as (
  select village, ST_Area(ST_Union(area)) / 1e4 as ha from work group by village
), overlapping as (
  select village, ST_Area(ST_Union(ST_Intersection(a.area, b.area))) / 1e4 as ha
  from work as a join work as b using (village)
  where a.organisation < b.organisation and ST_Intersects(a.area, b.area)
  group by village
)
select code, coalesce(served.ha, 0), coalesce(overlapping.ha, 0)
from village left join served using (village) left join overlapping using (village);

-- Points and areas in one layer, paths of outlines in another, cut to the same buffer and on the same grid.
prepare tile(int, int, int, int, int) as
with shown as materialized (
  select id, status, mercator, outline from activity where mercator && ST_TileEnvelope($1, $2, $3, margin => 0.03125)
)
select (
  select ST_AsMVT(shape, 'activities', $4, 'drawn')
  from (select status, id, ST_AsMVTGeom(mercator, ST_TileEnvelope($1, $2, $3), $4, $5) as drawn from shown) as shape
  where drawn is not null
) || (
  select ST_AsMVT(line, 'activities-lines', $4, 'drawn')
  from (
    select status, id, ST_AsMVTGeom(outline, ST_TileEnvelope($1, $2, $3), $4, $5) as drawn
    from shown where outline is not null
  ) as line
  where drawn is not null
);

-- Candidates by degrees, a little wider than the distance anywhere within five degrees of the equator; then the geodesic,
-- but not for what the point lies in. About a third of what ST_DWithin on geography takes.
prepare within_m(float8, float8, float8) as
select activity, m
from (
  select activity, case when ST_Intersects(lnglat, ST_SetSRID(ST_MakePoint($1, $2), 4326)) then 0
    else ST_Distance(geog, geography(ST_SetSRID(ST_MakePoint($1, $2), 4326))) end as m
  from activity where ST_DWithin(lnglat, ST_SetSRID(ST_MakePoint($1, $2), 4326), $3 / 110000) offset 0
) as near
where m <= $3;

-- Ten by degrees are not quite the ten on the ellipsoid: forty are taken and measured.
prepare nearest(float8, float8) as
select activity, ST_Distance(geog, geography(ST_SetSRID(ST_MakePoint($1, $2), 4326))) as m
from (
  select activity, geog from activity order by lnglat <-> ST_SetSRID(ST_MakePoint($1, $2), 4326) limit 40
) as near
order by m, activity limit 10;

prepare nothing as select 1;

-- Times are taken inside the server: no client, no socket, no reading of the answer counts against PostGIS.
create function measured(calls text[], runs int) returns setof float8 language plpgsql as $$
declare
  begun timestamptz;
  call text;
begin
  for run in 1..runs loop
    foreach call in array calls loop
      begun := clock_timestamp();
      execute 'execute ' || call;
      return next extract(epoch from clock_timestamp() - begun) * 1000;
    end loop;
  end loop;
end
$$;
