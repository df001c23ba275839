import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'

const THEMES = ['stunting', 'air bersih', 'wanatani', 'pendidikan', 'restorasi']
const round = (degrees: number): number => Number(degrees.toFixed(6))

/** Villages of Sintang, as lng and lat. */
const villages = (): readonly Position[] =>
  readFileSync(resolve(import.meta.dirname, '../../data/source/gazetteer.csv'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, lng, lat] = /^61\.05\.\d\d\.\d{4},.*?,(-?\d+\.\d+),(-?\d+\.\d+)/.exec(line) ?? []
      return lng && lat ? [[Number(lng), Number(lat)]] : []
    })

/** Six in ten points, three in ten fields of eight corners, one in ten ways; all within 300 m of the village. */
const shapeOf = ([lng = 0, lat = 0]: Position, at: number): Geometry => {
  const away = 0.0005 + ((at * 7) % 20) / 10_000
  const around = (turn: number, reach: number): Position => [
    round(lng + away * Math.cos(at) + reach * Math.cos(turn * 2 * Math.PI)),
    round(lat + away * Math.sin(at) + reach * Math.sin(turn * 2 * Math.PI)),
  ]
  if (at % 10 < 6) return { type: 'Point', coordinates: around(0, 0) }
  if (at % 10 === 9) return { type: 'LineString', coordinates: [0, 0.2, 0.5].map((turn) => around(turn, 0.001)) }
  const ring = Array.from({ length: 8 }, (_, corner) => around(corner / 8, 0.001))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** An organisation's work of years as one collection; every feature is fit to be taken over. */
export const manyFeatures = (count: number): FeatureCollection => {
  const spots = villages()
  return {
    type: 'FeatureCollection',
    features: Array.from(
      { length: count },
      (_, at): Feature => ({
        type: 'Feature',
        properties: {
          'nomor kegiatan': `B-${at}`,
          judul: `Pendampingan kebun ${at}`,
          tema: THEMES[at % THEMES.length],
          mulai: `${2021 + (at % 4)}-05-08`,
          selesai: '2026-12-31',
          status: at % 3 === 0 ? 'berjalan' : 'selesai',
          anggaran: 5_000_000 + at * 1_000,
          'penerima manfaat': 10 + (at % 300),
        },
        geometry: shapeOf(spots[at % spots.length]!, at),
      }),
    ),
  }
}
