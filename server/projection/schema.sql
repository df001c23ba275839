-- No index: DuckDB 1.5 loses secondary indexes after a crash, and scans of these sizes take well under a millisecond.
CREATE TABLE records (
  kind VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  origin VARCHAR NOT NULL,
  verification VARCHAR NOT NULL,
  visibility VARCHAR NOT NULL,
  confirmed VARCHAR NOT NULL,
  region VARCHAR,
  status VARCHAR,
  first_year INTEGER,
  last_year INTEGER
);

CREATE TABLE record_themes (kind VARCHAR NOT NULL, id VARCHAR NOT NULL, theme VARCHAR NOT NULL);

CREATE TABLE record_organisations (
  kind VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  organisation VARCHAR NOT NULL,
  role VARCHAR NOT NULL
);

-- Codes a record itself names: village sites, target areas, the scope of an agreement.
CREATE TABLE record_places (kind VARCHAR NOT NULL, id VARCHAR NOT NULL, code VARCHAR NOT NULL);

-- One box a site, in 1e-7 degree: integers compare exactly and a hundred times faster than a geometry's own box.
CREATE TABLE record_boxes (
  kind VARCHAR NOT NULL,
  id VARCHAR NOT NULL,
  west INTEGER NOT NULL,
  south INTEGER NOT NULL,
  east INTEGER NOT NULL,
  north INTEGER NOT NULL
);

-- What the engine found: villages and islands a record reaches; no hectares where presence is by point or code.
CREATE TABLE cover (kind VARCHAR NOT NULL, id VARCHAR NOT NULL, code VARCHAR NOT NULL, area_ha DOUBLE);

CREATE TABLE touched (kind VARCHAR NOT NULL, id VARCHAR NOT NULL);
