import { type Activity, implementersOf, isActive } from '../data/model/activity.ts'
import type { AreaReportAnswer } from '../data/model/answers.ts'
import { type Code, levelOf, lineageOf } from '../data/model/codes.ts'
import { freshnessOf } from '../data/model/freshness.ts'
import { formatPeriod, type Period } from '../data/model/period.ts'
import { freshnessDays } from '../data/model/record.ts'
import { statedIn } from '../data/model/stated.ts'
import { isDue, type Target } from '../data/model/target.ts'
import { countVerdicts, type Verdict } from '../data/model/verdict.ts'
import { boundsOf } from './bounds.ts'
import type { AreaFinding } from './engine/area.ts'
import { inSquareMetres, toSquareMetres } from './square_metres.ts'
import type { World } from './world.ts'

type Inside<T> = { readonly record: T; readonly areaHa: number | null }

const partHa = (areaHa: number | null): number | null => areaHa && toSquareMetres(areaHa)

const organisationsIn = (activities: readonly Inside<Activity>[], { everyone }: World) => {
  const counts = new Map<string, number>()
  for (const { record } of activities)
    for (const id of new Set(implementersOf(record))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .map(([id, count]) => ({ id, name: everyone.find('organisation', id)?.record.name ?? id, activities: count }))
    .sort((a, b) => b.activities - a.activities || (a.id < b.id ? -1 : 1))
}

/** The verdict of each village as a whole; regency by regency, because that is how the engine lists them. */
const verdictsOf = (codes: readonly Code[], theme: string, period: Period, { everyone }: World): Verdict[] => {
  const regencies = new Set(codes.flatMap(lineageOf).filter((code) => levelOf(code) === 'regency'))
  return [...regencies].flatMap((region) =>
    everyone.engine.coverage({ region, theme, period, level: 'village', among: codes }).map(({ verdict }) => verdict),
  )
}

const themesIn = (
  finding: AreaFinding,
  activities: readonly Inside<Activity>[],
  targets: readonly Inside<Target>[],
  period: Period,
  world: World,
): AreaReportAnswer['themes'] => {
  const codes = finding.villages.map(({ code }) => code)
  const present = new Set([
    ...activities.flatMap(({ record }) => record.themes),
    ...targets.map(({ record }) => record.theme),
  ])
  return world.themes.flatMap(({ id: theme }) => {
    if (!present.has(theme)) return []
    const { verdict, activities: counted, targets: due, servedHa, overlapHa } = finding.judge(theme, period)
    return [
      {
        theme,
        verdict: inSquareMetres(verdict),
        activities: counted.length,
        targets: due.length,
        servedHa: toSquareMetres(servedHa),
        overlapHa: toSquareMetres(overlapHa),
        villages: countVerdicts(verdictsOf(codes, theme, period, world)),
      },
    ]
  })
}

/**
 * Everything known of one area: work active in the period and targets due in it. To be called as soon as the engine has
 * answered, for the finding is of that moment. `today` is ISO; `repaired` what happened to the shape before the engine saw it.
 */
export const assembleReport = (
  finding: AreaFinding,
  { period, repaired, today }: { readonly period: Period; readonly repaired: boolean; readonly today: string },
  world: World,
): AreaReportAnswer => {
  const { geography, everyone } = world
  const activities = finding.activities.flatMap(({ id, areaHa }): Inside<Activity>[] => {
    const record = everyone.find('activity', id)?.record
    return record && isActive(record, period) ? [{ record, areaHa }] : []
  })
  const targets = finding.targets.flatMap(({ id, areaHa }): Inside<Target>[] => {
    const record = everyone.find('target', id)?.record
    return record && isDue(record, period) ? [{ record, areaHa }] : []
  })
  const authority = finding.authority.flatMap(({ id, areaHa }) => {
    const record = everyone.find('authority', id)?.record
    return record ? [{ record, areaHa }] : []
  })
  const records = activities.map(({ record }) => record)
  const { total: totalIdr, ...budget } = statedIn(records, ({ budgetIdr }) => budgetIdr)
  return {
    asOf: everyone.asOf(),
    period: formatPeriod(period),
    areaHa: toSquareMetres(finding.areaHa),
    repaired,
    geometry: finding.geometry,
    bbox: boundsOf([finding.geometry])!,
    sample: [...activities, ...targets, ...authority].some(({ record }) => record.origin === 'sample'),
    villages: finding.villages.map(({ code, areaHa }) => ({
      code,
      name: geography.nameOf(code),
      within: geography.nameAbove(code),
      areaHa: toSquareMetres(areaHa),
      share: shareOf(areaHa, geography.find(code)?.areaHa ?? 0),
    })),
    activities: activities.map(({ record, areaHa }) => ({
      id: record.id,
      title: record.title,
      themes: record.themes,
      organisations: implementersOf(record),
      status: record.status,
      start: record.period.start,
      end: record.period.end,
      origin: record.origin,
      areaHa: partHa(areaHa),
      freshnessDays: freshnessDays(record, today),
    })),
    organisations: organisationsIn(activities, world),
    targets: targets.map(({ record, areaHa }) => ({
      id: record.id,
      title: record.title,
      theme: record.theme,
      organisation: record.organisation,
      year: record.year,
      measure: record.measure,
      origin: record.origin,
      areaHa: partHa(areaHa),
    })),
    themes: themesIn(finding, activities, targets, period, world),
    authority: authority.map(({ record, areaHa }) => ({
      id: record.id,
      name: record.name,
      kind: record.kind,
      holder: record.holder,
      areaHa: toSquareMetres(areaHa),
      share: shareOf(areaHa, finding.areaHa),
      origin: record.origin,
    })),
    budget: { totalIdr, ...budget },
    beneficiaries: statedIn(records, ({ beneficiaries }) => beneficiaries),
    freshness: freshnessOf(records, today),
  }
}

/** 0-1 to four digits; a hair of rounding must not make it more than all. */
const shareOf = (partHa: number, wholeHa: number): number =>
  wholeHa > 0 ? Math.min(1, Number((partHa / wholeHa).toFixed(4))) : 0
