create extension if not exists postgis;
create extension if not exists btree_gist;

-- As it arrives: degrees, and the same with long edges divided where there are any.
create unlogged table incoming_village (village int, code text, regency text, lnglat geometry, dense geometry);
create unlogged table incoming_activity (
  activity int, theme smallint, organisation smallint, first smallint, last smallint, status text, counts boolean,
  lnglat geometry, dense geometry
);

create function in_plane(degrees geometry) returns geometry language sql immutable parallel safe as $$
  select case when ST_IsValid(plane) then plane else ST_MakeValid(plane, 'method=structure') end
  from (select ST_Transform(ST_SetSRID(degrees, 4326), 6933) as plane offset 0) as projected
$$;
