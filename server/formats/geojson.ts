import type { FeatureCollection, Geometry } from 'geojson'
import type { CoverageAnswer, CoverageUnit } from '../../data/model/answers.ts'
import { findUnitRecord } from '../unit_record.ts'
import type { World } from '../world.ts'

type UnitProperties = Omit<CoverageUnit, 'verdict'> & { readonly verdict: string }
export type CoverageGeojson = FeatureCollection<Geometry | null, UnitProperties> & Omit<CoverageAnswer, 'units'>

const geometryOf = ({ code, level }: CoverageUnit, world: World): Geometry | null =>
  (findUnitRecord(world, level, code) ?? world.geography.find(code))?.geometry ?? null

export const writeCoverageGeojson = ({ units, ...head }: CoverageAnswer, world: World): CoverageGeojson => ({
  type: 'FeatureCollection',
  ...head,
  features: units.map((unit) => ({
    type: 'Feature',
    id: unit.code,
    geometry: geometryOf(unit, world),
    properties: { ...unit, verdict: unit.verdict.kind },
  })),
})
