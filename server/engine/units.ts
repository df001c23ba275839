import type { UnitLevel } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { type Cell, isNamedBy } from './cell.ts'
import type { Question } from './engine.ts'
import type { Ground } from './ground.ts'
import type { Unit } from './pairs.ts'
import type { Placement } from './placement.ts'

/** Which cells stand for which planning unit. */
export const createUnits = (ground: Ground, placement: Placement) => {
  const alone = (cells: Iterable<Cell>, region: Code): Unit[] =>
    [...cells].filter((cell) => isNamedBy(cell, region)).map((cell) => ({ code: cell.code, cells: [cell] }))
  const together = (codes: readonly Code[], region: Code): Unit[] =>
    codes.filter((code) => isWithin(code, region)).map((code) => ({ code, cells: ground.villagesOf(code) }))
  const drawn = (cells: Iterable<Cell>, region: Code): Unit[] =>
    alone(cells, region).sort((a, b) => (a.code < b.code ? -1 : 1))

  const listUnits = (region: Code, level: UnitLevel): readonly Unit[] => {
    switch (level) {
      case 'village':
        return alone(ground.villages, region)
      case 'island':
        return alone(ground.islands, region)
      case 'zone':
        return drawn(placement.units.zone.values(), region)
      case 'authority':
        return drawn(placement.units.authority.values(), region)
      case 'district':
        return together(ground.districts, region)
      case 'regency':
        return together(ground.regencies, region)
    }
  }

  const listed = new Map<string, readonly Unit[]>()
  const unitsOf = ({ region, level, among }: Question): readonly Unit[] => {
    const key = `${level} ${region}`
    const isStanding = level !== 'zone' && level !== 'authority'
    const units = listed.get(key) ?? listUnits(region, level)
    // Only places that exist are remembered, or anybody could fill the memory with regions.
    if (isStanding && units.length > 0) listed.set(key, units)
    if (!among) return units
    const wanted = new Set(among)
    return units.filter(({ code }) => wanted.has(code))
  }

  const cellsAt = (code: Code): readonly Cell[] => {
    const cell = placement.units.zone.get(code) ?? placement.units.authority.get(code) ?? ground.byCode.get(code)
    return cell ? [cell] : ground.villagesOf(code)
  }

  return { unitsOf, cellsAt }
}
