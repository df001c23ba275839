import type { Point, Polygon, Position } from 'geojson'
import proj4 from 'proj4'
import { cellsAt, goodCollection, goodFeature, HEADINGS, IN_ASAM } from './good.ts'
import { type Hostile, text, utf8 } from './hostile.ts'
import { AREA, POINT, shapefileOf, zipped } from './shapefile.ts'

/** A grid as proj4 has it, which reads none of our files, and as its .prj file says it. */
type System = { readonly name: string; readonly epsg: string; readonly proj: string; readonly prj: string }

const prjOf = (name: string, meridian: number, scale: number, eastingM: number, northingM: number): string =>
  `PROJCS["${name}",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${eastingM}.0],PARAMETER["False_Northing",${northingM}.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

const utm = (zone: number, isSouth: boolean): System => ({
  name: `UTM ${zone}${isSouth ? 'S' : 'N'}`,
  epsg: `EPSG:${(isSouth ? 32_700 : 32_600) + zone}`,
  proj: `+proj=utm +zone=${zone} ${isSouth ? '+south ' : ''}+datum=WGS84`,
  prj: prjOf(
    `WGS_1984_UTM_Zone_${zone}${isSouth ? 'S' : 'N'}`,
    6 * zone - 183,
    0.9996,
    500_000,
    isSouth ? 10_000_000 : 0,
  ),
})
const TM3: System = {
  name: 'TM-3 49.1',
  epsg: 'EPSG:23835',
  proj: '+proj=tmerc +lat_0=0 +lon_0=109.5 +k=0.9999 +x_0=200000 +y_0=1500000 +ellps=WGS84',
  prj: prjOf('DGN_1995_Indonesia_TM-3_Zone_49.1', 109.5, 0.9999, 200_000, 1_500_000),
}
const SYSTEMS: readonly System[] = [utm(49, true), utm(49, false), utm(50, true), TM3]

const SQUARE: Position[] = [
  [110.004, 0.004],
  [110.004, 0.008],
  [110.008, 0.008],
  [110.008, 0.004],
  [110.004, 0.004],
]
const inMetres = ({ proj }: System, position: Position): Position =>
  proj4(proj, position.slice(0, 2) as [number, number]).map((metres) => Number(metres.toFixed(4)))

const named = (system: System): Hostile[] => {
  const point: Point = { type: 'Point', coordinates: inMetres(system, IN_ASAM.coordinates) }
  const [x, y] = point.coordinates as [number, number]
  const area = shapefileOf([{ type: AREA, rings: [SQUARE.map((corner) => inMetres(system, corner))] }], {
    more: { prj: utf8(system.prj), cpg: utf8('UTF-8') },
  })
  const meant: Polygon = { type: 'Polygon', coordinates: [SQUARE] }
  const isAsked = { asks: 'crs', answers: { crs: system.epsg } } as const
  const crs = (name: string): string => `"crs":{"type":"name","properties":{"name":"${name}"}},`
  const table = [HEADINGS, cellsAt(`${y}`, `${x}`)].map((cells) => cells.join(';')).join('\n')
  return [
    { ...zipped(`a Shapefile in ${system.name}`, area), takes: [meant] },
    {
      name: `GeoJSON that names ${system.name}`,
      bytes: () => utf8(goodCollection(goodFeature(point), crs(`urn:ogc:def:crs:EPSG::${system.epsg.slice(5)}`))),
      takes: [IN_ASAM],
    },
    {
      name: `a table in ${system.name}`,
      bytes: () => utf8(table),
      // Far west of zone 50, where no surveyor writes it: eastings there are below nought.
      ...(x > 0 ? { ...isAsked, takes: [IN_ASAM] } : { rows: 1, found: ['unread'] }),
    },
  ]
}

const [SOUTH] = SYSTEMS as [System]
const UNSAID = { asks: 'crs', answers: { crs: SOUTH.epsg }, takes: [IN_ASAM] } as const
const METRES: Point = { type: 'Point', coordinates: inMetres(SOUTH, IN_ASAM.coordinates) }

export const SYSTEM_FILES: readonly Hostile[] = [
  ...SYSTEMS.flatMap(named),
  { ...text('GeoJSON in UTM 49S without its name', goodCollection(goodFeature(METRES))), ...UNSAID },
  {
    ...zipped('a Shapefile in UTM 49S without .prj', shapefileOf([{ type: POINT, rings: [[METRES.coordinates]] }])),
    ...UNSAID,
  },
  {
    ...zipped('a Shapefile in degrees without .prj', shapefileOf([{ type: POINT, rings: [[IN_ASAM.coordinates]] }])),
    takes: [IN_ASAM],
  },
]
