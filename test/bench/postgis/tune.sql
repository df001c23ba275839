-- Everything a question needs is worked out before it is asked: plane, web mercator, geography, area, a point's village.
-- Rows lie along the Hilbert curve of their places, as `order by geometry` puts them.

create unlogged table village as
select village, code, regency, ST_SetSRID(lnglat, 4326) as lnglat, plane, ST_Area(plane) as m2
from incoming_village cross join lateral (select in_plane(coalesce(dense, lnglat)) as plane offset 0) as projected
order by plane;
alter table village add primary key (village);
create index on village using gist (plane);
create index on village (regency);

-- Where two boundaries overlap by mistake the first code has the point.
create temporary table held as
select distinct on (activity) activity, village.village
from (
  select activity, in_plane(lnglat) as plane from incoming_activity where ST_Dimension(lnglat) = 0
) as point
join village on ST_Intersects(village.plane, point.plane)
order by activity, not ST_Contains(village.plane, point.plane), village.code;

create unlogged table activity as
select activity, 'bench-act-' || activity as id, theme, organisation, first, last, status, counts, held.village,
  ST_SetSRID(lnglat, 4326) as lnglat, geography(ST_SetSRID(lnglat, 4326)) as geog, plane, ST_Area(plane) as m2, mercator,
  case when ST_Dimension(lnglat) = 2 then ST_Boundary(mercator) end as outline
from incoming_activity
left join held using (activity)
cross join lateral (
  select in_plane(coalesce(dense, lnglat)) as plane, ST_Transform(ST_SetSRID(lnglat, 4326), 3857) as mercator offset 0
) as projected
order by plane;
drop table incoming_village, incoming_activity, held;

alter table activity add primary key (activity);
create index activity_theme_plane on activity using gist (theme, plane) where counts and m2 > 0;
create index activity_village on activity (village, theme) where village is not null;
create index activity_lnglat on activity using gist (lnglat);
create index activity_mercator on activity using gist (mercator);
create index activity_geog on activity using gist (geog);
vacuum analyze;
