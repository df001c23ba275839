create extension if not exists postgis;

create table village (code text primary key, lnglat geometry, dense geometry);
create table activity (id text primary key, theme text, first int, last int, counts boolean);
create table implementer (activity text, organisation text);
create table site (activity text, place int, code text, lnglat geometry, dense geometry);
