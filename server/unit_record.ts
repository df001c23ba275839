import type { Geometry } from 'geojson'
import type { UnitLevel } from '../data/model/answers.ts'
import type { AuthorityArea } from '../data/model/authority.ts'
import type { Zone } from '../data/model/zone.ts'
import type { World } from './world.ts'

/** The record that a planning unit is, for zones and authority areas; every other unit is a place. */
export const findUnitRecord = ({ everyone }: World, level: UnitLevel, code: string): Zone | AuthorityArea | null =>
  level === 'zone' || level === 'authority' ? (everyone.find(level, code)?.record ?? null) : null

export const unitGeometry = (world: World, level: UnitLevel, code: string): Geometry | null =>
  (findUnitRecord(world, level, code) ?? world.geography.find(code))?.geometry ?? null
