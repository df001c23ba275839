import type { Geometry, Position } from 'geojson'
import { goodCollection, goodFeature, IN_ASAM } from './good.ts'
import { type Hostile, text } from './hostile.ts'

const at = (x: number, y: number): Position => [Number((110 + x).toFixed(7)), y]
const area = (...rings: readonly (readonly Position[])[]): Geometry => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring]),
})
const box = (west: number, south: number, east: number, north: number): Position[] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
  at(west, south),
]
const way = (...path: readonly Position[]): Geometry => ({ type: 'LineString', coordinates: [...path] })

/** A square in Asam that nothing is wrong with. */
const SQUARE = box(0.004, 0.004, 0.008, 0.008)
const HOLE = box(0.005, 0.005, 0.006, 0.006)
const turned = (ring: readonly Position[]): Position[] => [...ring].reverse()

/** Drawn badly, yet what is meant is plain. */
const MENDED: readonly (readonly [name: string, drawn: string | Geometry, meant: Geometry])[] = [
  ['an area drawn the other way round', area(turned(SQUARE)), area(SQUARE)],
  ['an area that is not closed', area(SQUARE.slice(0, -1)), area(SQUARE)],
  ['an area whose corners all come twice', area(SQUARE.flatMap((corner) => [corner, corner])), area(SQUARE)],
  [
    'an area with a spike',
    area([...SQUARE.slice(0, 2), at(0.008, 0.006), at(0.015, 0.006), at(0.008, 0.006), ...SQUARE.slice(2)]),
    area([...SQUARE.slice(0, 2), at(0.008, 0.006), ...SQUARE.slice(2)]),
  ],
  [
    'an area with a spike inwards',
    area([...SQUARE.slice(0, 2), at(0.008, 0.006), at(0.005, 0.006), at(0.008, 0.006), ...SQUARE.slice(2)]),
    area([...SQUARE.slice(0, 2), at(0.008, 0.006), ...SQUARE.slice(2)]),
  ],
  [
    'a bow-tie',
    area([at(0.004, 0.004), at(0.008, 0.008), at(0.008, 0.004), at(0.004, 0.008), at(0.004, 0.004)]),
    {
      type: 'MultiPolygon',
      coordinates: [
        [[at(0.004, 0.004), at(0.006, 0.006), at(0.004, 0.008), at(0.004, 0.004)]],
        [[at(0.008, 0.004), at(0.008, 0.008), at(0.006, 0.006), at(0.008, 0.004)]],
      ],
    },
  ],
  ['a hole drawn like its shell', area(SQUARE, HOLE), area(SQUARE, HOLE)],
  ['a hole that comes twice', area(SQUARE, turned(HOLE), turned(HOLE)), area(SQUARE, HOLE)],
  [
    'a hole outside its shell, which is told and becomes a part',
    area(SQUARE, turned(box(0.012, 0.012, 0.014, 0.014))),
    { type: 'MultiPolygon', coordinates: [[SQUARE], [box(0.012, 0.012, 0.014, 0.014)]] },
  ],
  [
    'a hole across its shell',
    area(SQUARE, turned(box(0.006, 0.002, 0.007, 0.006))),
    area([
      at(0.004, 0.004),
      at(0.006, 0.004),
      at(0.006, 0.006),
      at(0.007, 0.006),
      at(0.007, 0.004),
      at(0.008, 0.004),
      at(0.008, 0.008),
      at(0.004, 0.008),
      at(0.004, 0.004),
    ]),
  ],
  [
    'two areas that lie over each other',
    { type: 'MultiPolygon', coordinates: [[SQUARE], [box(0.008, 0.004, 0.012, 0.008)]] },
    area([...box(0.004, 0.004, 0.012, 0.008), at(0.008, 0.004), at(0.008, 0.008)]),
  ],
  ['the same area twice', { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }, area(SQUARE)],
  ['a point with heights', { type: 'Point', coordinates: [...IN_ASAM.coordinates, 1e308, 7] }, IN_ASAM],
  [
    'a point of thirty decimals',
    '{"type":"Point","coordinates":[110.012500000000000000000000001,0.012500000000000000000000000001]}',
    IN_ASAM,
  ],
  ['a point of several', { type: 'MultiPoint', coordinates: [IN_ASAM.coordinates] }, IN_ASAM],
  [
    'a way that goes there and back',
    way(at(0.004, 0.004), at(0.008, 0.004), at(0.004, 0.004)),
    way(at(0.004, 0.004), at(0.008, 0.004), at(0.004, 0.004)),
  ],
]

/** What no place can be made of, or none of ours; with what is said of it. */
const FAULTY: readonly (readonly [name: string, geometry: string | Geometry, found: string])[] = [
  ['no geometry', 'null', 'missing'],
  ['a hole as large as its shell', area(SQUARE, turned(SQUARE)), 'geometry'],
  ['an area of two corners', area([at(0.004, 0.004), at(0.008, 0.004), at(0.004, 0.004)]), 'geometry'],
  ['an area of one line', area([at(0.004, 0.004), at(0.006, 0.004), at(0.008, 0.004), at(0.004, 0.004)]), 'geometry'],
  ['an area of one point', area(Array.from({ length: 5 }, () => at(0.004, 0.004))), 'geometry'],
  ['an area narrower than a grain', area(box(0.004, 0.004, 0.008, 0.004_000_01)), 'geometry'],
  ['an area without rings', area(), 'geometry'],
  ['an area of an empty ring', area([]), 'geometry'],
  ['a way of one position', way(at(0.004, 0.004)), 'geometry'],
  ['a way that stays where it is', way(at(0.004, 0.004), at(0.004, 0.004)), 'geometry'],
  ['a way of nothing', way(), 'geometry'],
  ['a point of nothing', { type: 'Point', coordinates: [] }, 'geometry'],
  ['points of nothing', { type: 'MultiPoint', coordinates: [] }, 'geometry'],
  ['a collection of nothing', '{"type":"GeometryCollection","geometries":[]}', 'missing'],
  ['a collection without its list', '{"type":"GeometryCollection"}', 'geometry'],
  ['a collection that holds nothing known', '{"type":"GeometryCollection","geometries":[null]}', 'geometry'],
  ['a point of texts', '{"type":"Point","coordinates":["110.0125","0.0125"]}', 'geometry'],
  ['a point of nulls', '{"type":"Point","coordinates":[null,null]}', 'geometry'],
  ['a point of truths', '{"type":"Point","coordinates":[true,false]}', 'geometry'],
  ['a point of one number', '{"type":"Point","coordinates":[110.0125]}', 'geometry'],
  ['a point nested like an area', '{"type":"Point","coordinates":[[[110.0125,0.0125]]]}', 'geometry'],
  ['an area nested like a point', '{"type":"Polygon","coordinates":[110.0125,0.0125]}', 'geometry'],
  ['a point beyond numbers', '{"type":"Point","coordinates":[1e999,0.0125]}', 'geometry'],
  ['a type in small letters', '{"type":"point","coordinates":[110.0125,0.0125]}', 'geometry'],
  ['a type that is none', '{"type":["Point"],"coordinates":[110.0125,0.0125]}', 'geometry'],
  ['no type', '{"coordinates":[110.0125,0.0125]}', 'geometry'],
  ['the north pole', '{"type":"Point","coordinates":[0,90]}', 'outside'],
  ['the south pole', '{"type":"Point","coordinates":[110,-90]}', 'outside'],
  ['nought and nought', '{"type":"Point","coordinates":[0,0]}', 'outside'],
  ['the date line', '{"type":"Point","coordinates":[180,0]}', 'outside'],
  ['each in the place of the other', '{"type":"Point","coordinates":[0.0125,110.0125]}', 'swapped'],
  [
    'an area around the pole',
    '{"type":"Polygon","coordinates":[[[-180,80],[180,80],[180,90],[-180,90],[-180,80]]]}',
    'geometry',
  ],
  ['a way across the date line', '{"type":"LineString","coordinates":[[179.9,0.01],[-179.9,0.01]]}', 'geometry'],
  [
    'an area across the date line',
    '{"type":"Polygon","coordinates":[[[179,-1],[-179,-1],[-179,1],[179,1],[179,-1]]]}',
    'geometry',
  ],
  [
    'an area across the date line, in two',
    '{"type":"MultiPolygon","coordinates":[[[[179,-1],[180,-1],[180,1],[179,1],[179,-1]]],[[[-180,-1],[-179,-1],[-179,1],[-180,1],[-180,-1]]]]}',
    'outside',
  ],
  [
    'an area beyond the date line',
    '{"type":"Polygon","coordinates":[[[179,-1],[181,-1],[181,1],[179,1],[179,-1]]]}',
    'outside',
  ],
  [
    'the whole world',
    '{"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}',
    'geometry',
  ],
]

const inGeoJson = (name: string, drawn: string | Geometry): Pick<Hostile, 'name' | 'bytes'> =>
  text(`${name}, in GeoJSON`, goodCollection(goodFeature(drawn)))

export const SHAPES: readonly Hostile[] = [
  ...MENDED.map(([name, drawn, meant]): Hostile => ({ ...inGeoJson(name, drawn), takes: [meant] })),
  ...FAULTY.map(([name, geometry, found]): Hostile => ({ ...inGeoJson(name, geometry), rows: 1, found: [found] })),
]
