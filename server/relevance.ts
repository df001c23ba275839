import type { UnitLevel } from '../data/model/answers.ts'
import { type Code, isWithin } from '../data/model/codes.ts'
import { meets, type Period } from '../data/model/period.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { isDue } from '../data/model/target.ts'
import { type Bounds, boundsOf, meet } from './bounds.ts'
import { describe } from './describe.ts'
import type { Geography } from './geography.ts'

/** What a question needs: everything that bears on these units in this period. */
export type Scope = { readonly region: Code; readonly level: UnitLevel; readonly period: Period }

/** Farther than any hair between two boundary files, and than the reach of an islet. */
const MARGIN_DEGREES = 0.01

export type Relevance = { readonly places: Geography['places']; readonly isNeeded: (entry: AnyRecord) => boolean }

/** A zone or an authority area may reach over every boundary. */
export const isDrawn = ({ level }: Scope): boolean => level === 'zone' || level === 'authority'

/** Neighbours whose boundary may lie over the region's stay in: a point belongs to one village, whoever asks. */
export const relevanceOf = (geography: Geography, scope: Scope): Relevance => {
  const { region, period } = scope
  const box = isDrawn(scope) ? null : geography.boundsOf(region)
  const near: Bounds | null = box && [
    box[0] - MARGIN_DEGREES,
    box[1] - MARGIN_DEGREES,
    box[2] + MARGIN_DEGREES,
    box[3] + MARGIN_DEGREES,
  ]
  const isNear = (bounds: Bounds | null) => near === null || (bounds !== null && meet(bounds, near))
  const reaches = (entry: AnyRecord): boolean => {
    const { codes, geometries } = describe(entry)
    return (
      near === null ||
      codes.some((code) => isWithin(code, region) || isWithin(region, code)) ||
      isNear(boundsOf(geometries))
    )
  }
  return {
    places: geography.places.filter(({ code }) => isWithin(code, region) || isNear(geography.boundsOf(code))),
    isNeeded: (entry) => {
      switch (entry.kind) {
        case 'activity':
          return meets(entry.record.period, period) && reaches(entry)
        case 'target':
          return isDue(entry.record, period) && reaches(entry)
        case 'organisation':
        case 'agreement':
        case 'zone':
        case 'authority':
        case 'plan':
          return true
        default:
          return false
      }
    },
  }
}
