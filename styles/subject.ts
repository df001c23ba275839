import type { LayerId } from '../data/layers/layer.ts'
import type { CoverageUnit, UnitLevel } from '../data/model/answers.ts'
import type { Code } from '../data/model/codes.ts'
import { formatPeriod, type Period } from '../data/model/period.ts'
import type { VerdictKind } from '../data/model/verdict.ts'

/** The part of a view that decides what a map shows; the view of the browser satisfies it. */
export type Subject = {
  readonly region: Code
  readonly theme: string
  readonly period: Period
  readonly level: UnitLevel
  /** Verdicts left visible; empty is all. */
  readonly only: readonly VerdictKind[]
  readonly organisations: readonly string[]
  readonly statuses: readonly string[]
  /** Journal position of the records drawn: tiles of an older one are not used again. */
  readonly version?: number
  /** From the lowest to the topmost. */
  readonly layers: readonly { readonly id: LayerId; readonly opacity: number }[]
}

/** 0 when the layer is not shown. */
export const opacityOf = (subject: Pick<Subject, 'layers'>, id: LayerId): number =>
  subject.layers.find((layer) => layer.id === id)?.opacity ?? 0

/** The answer as far as the map draws it. */
export type Drawable = { readonly units: readonly Pick<CoverageUnit, 'code' | 'verdict' | 'targets'>[] }

/** Which verdict each unit is painted with: what the map draws, and what the legend therefore lists. */
export const drawnVerdicts = (subject: Subject, coverage: Drawable | undefined): ReadonlyMap<Code, VerdictKind> =>
  new Map(
    (coverage?.units ?? [])
      .filter(({ verdict }) => subject.only.length === 0 || subject.only.includes(verdict.kind))
      .map(({ code, verdict }) => [code, verdict.kind]),
  )

/** Units that a target of the theme and period names, whatever their verdict. */
export const targetedUnits = (coverage: Drawable | undefined): readonly Code[] =>
  (coverage?.units ?? []).filter(({ targets }) => targets.length > 0).map(({ code }) => code)

/** The filters every record layer answers to, as a query string without the mark. */
export const filterOf = ({ theme, period, organisations, statuses, version }: Subject): string => {
  const query = new URLSearchParams({ theme, period: formatPeriod(period) })
  if (organisations.length > 0) query.set('organisation', organisations.join(','))
  if (statuses.length > 0) query.set('status', statuses.join(','))
  if (version !== undefined) query.set('v', `${version}`)
  return query.toString()
}
