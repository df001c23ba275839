import { EMBED_LEVELS, type EmbedLevel } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import { FIRST_YEAR, type Period } from '../../data/model/period.ts'
import { answerCoverage, answerYears } from '../routes/cover.ts'
import type { World } from '../world.ts'

/** Bars of the chart: the last of the period, and those before it. */
const YEARS = 6

type Asked = {
  readonly region: string
  readonly theme: string
  readonly period: Period
  readonly level: EmbedLevel
}

/** `village.json` */
export const parseLevelFile = (file: string): EmbedLevel | null =>
  EMBED_LEVELS.find((level) => file === `${level}.json`) ?? null

/** What a widget is told: the public answer, without what it does not show. Refuses what is not known. */
export const answerEmbed = (world: World, asked: Asked): EmbedAnswer => {
  const { period: _, ...question } = asked
  const { asOf, region, theme, period, level, denominator, targeted, counts, sample, units } = answerCoverage(
    world,
    asked,
  )
  const { to } = asked.period
  const { years } = answerYears(world, { ...question, from: Math.max(FIRST_YEAR, to - YEARS + 1), to })
  const { kind, attribution } = world.boundaries
  return {
    v: 1,
    asOf,
    region: { code: region, name: world.geography.nameOf(region), bbox: world.geography.boundsOf(region) },
    theme: { id: theme, label: world.themes.find(({ id }) => id === theme)!.label },
    period,
    level: level as EmbedLevel,
    denominator,
    targeted,
    counts,
    sample,
    boundaries: { kind, attribution },
    years: years.map(({ year, counts, targeted }) => ({ year, counts, targeted })),
    units: units.map(({ code, name, within, verdict }) => ({ code, name, within, verdict: verdict.kind })),
  }
}
