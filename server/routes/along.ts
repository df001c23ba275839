import { implementersOf } from '../../data/model/activity.ts'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import { formatPeriod, type Period } from '../../data/model/period.ts'
import { countVerdicts } from '../../data/model/verdict.ts'
import type { Corridor, Corridors } from '../engine/corridor.ts'
import type { UnitFinding } from '../engine/engine.ts'
import type { Geography } from '../geography.ts'
import { badRequest } from '../problems.ts'
import { inSquareMetres } from '../square_metres.ts'
import type { World } from '../world.ts'
import { requireKnown, requirePlace, THEME_WORDS } from './asked.ts'

type Asked = {
  readonly a: string
  readonly b: string
  readonly km: number
  readonly theme?: string | undefined
  readonly period?: Period | undefined
}

const listed = (codes: readonly Code[], { nameOf }: Geography): string =>
  codes.map((code) => `${code} (${nameOf(code)})`).join(', ')

const requireRegency = (text: string, geography: Geography): Code => {
  const code = requirePlace(text, geography)
  if (levelOf(code) === 'regency') return code
  const above = code.slice(0, 5)
  const example = levelOf(above) === 'regency' && geography.knows(above) ? above : '62.07'
  throw badRequest({
    id: `${code} bukan kabupaten; koridor mengikuti batas dua kabupaten. Tulis kode kabupaten, misalnya ${example}.`,
    en: `${code} is not a regency; a corridor follows the boundary of two regencies. Write the code of a regency, such as ${example}.`,
  })
}

/** The corridor of two regencies that touch; says which ones do where these do not. */
const requireCorridor = (a: Code, b: Code, corridors: Corridors, geography: Geography): Corridor => {
  if (a === b)
    throw badRequest({
      id: `"a" dan "b" sama-sama ${listed([a], geography)}. Tulis dua kabupaten yang berbatasan.`,
      en: `"a" and "b" are both ${listed([a], geography)}. Write two regencies that share a boundary.`,
    })
  const corridor = corridors.between(a, b)
  if (corridor.boundaryKm > 0) return corridor
  const sharing = (own: Code) => {
    const neighbours = corridors.neighboursOf(own)
    return neighbours.length === 0
      ? { id: `${own} tidak berbatasan dengan kabupaten lain di sini`, en: `${own} touches no other regency here` }
      : {
          id: `${own} berbatasan dengan ${listed(neighbours, geography)}`,
          en: `${own} touches ${listed(neighbours, geography)}`,
        }
  }
  const [ofA, ofB] = [sharing(a), sharing(b)]
  throw badRequest({
    id: `${listed([a, b], geography)} tidak berbatasan. ${ofA.id}; ${ofB.id}. Pilih dua yang berbatasan.`,
    en: `${listed([a, b], geography)} share no boundary. ${ofA.en}; ${ofB.en}. Choose two that do.`,
  })
}

/** The verdict of each village, when a theme and a period are asked for. */
const findingsOf = (world: World, { theme, period, a, b }: Asked, codes: readonly Code[]) => {
  if ((theme === undefined) !== (period === undefined))
    throw badRequest({
      id: 'Putusan membutuhkan "theme" dan "period" bersama-sama. Tambahkan yang belum ada, atau hapus keduanya.',
      en: 'Verdicts need both "theme" and "period". Add the missing one, or remove both.',
    })
  if (theme === undefined || period === undefined) return null
  const known = requireKnown(theme, world.themes, THEME_WORDS)
  const findings = [a, b].flatMap((region) =>
    world.everyone.engine.coverage({ region, theme: known, period, level: 'village', among: codes }),
  )
  return new Map(findings.map((finding) => [finding.code, finding]))
}

const verdictOf = (finding: UnitFinding | undefined) => (finding ? inSquareMetres(finding.verdict) : null)

const recordsBehind = (world: World, codes: readonly Code[], findings: ReadonlyMap<Code, UnitFinding> | null) => {
  const { engine, find } = world.everyone
  const behind = codes.map((code) => findings?.get(code) ?? engine.at(code))
  const unique = (ids: readonly string[]) => [...new Set(ids)].sort()
  return {
    activities: unique(behind.flatMap(({ activities }) => activities)).flatMap((id) => {
      const record = find('activity', id)?.record
      return record ? [{ id, title: record.title, organisations: implementersOf(record) }] : []
    }),
    targets: unique(behind.flatMap(({ targets }) => targets)).flatMap((id) => {
      const record = find('target', id)?.record
      return record ? [{ id, title: record.title, organisation: record.organisation }] : []
    }),
  }
}

export const answerCorridor = (world: World, corridors: Corridors, asked: Asked): CorridorAnswer => {
  const { geography, everyone } = world
  const { km, theme = null, period } = asked
  const [a, b] = [requireRegency(asked.a, geography), requireRegency(asked.b, geography)]
  const { boundaryKm, villages } = requireCorridor(a, b, corridors, geography)
  const inside = villages.filter(({ distanceKm }) => distanceKm <= km)
  const codes = inside.map(({ code }) => code)
  const findings = findingsOf(world, { ...asked, a, b }, codes)
  return {
    asOf: everyone.asOf(),
    a,
    b,
    km,
    boundaryKm: toMetres(boundaryKm),
    theme,
    period: period ? formatPeriod(period) : null,
    counts: findings && countVerdicts([...findings.values()].map(({ verdict }) => verdict)),
    villages: inside.map(({ code, distanceKm }) => ({
      code,
      name: geography.nameOf(code),
      within: geography.nameAbove(code),
      side: isWithin(code, a) ? 'a' : 'b',
      distanceKm: toMetres(distanceKm),
      verdict: verdictOf(findings?.get(code)),
    })),
    ...recordsBehind(world, codes, findings),
  }
}

/** Boundaries are known to tens of metres; a distance need not say more than whole ones. */
const toMetres = (km: number): number => Number(km.toFixed(3))
