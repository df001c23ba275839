import { type Activity, type ActivityStatus, covers } from '../model/activity.ts'
import type { Code } from '../model/codes.ts'
import { meets, type Span } from '../model/period.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KARIMATA, type SamplePlace, SINTANG } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'
import { polygonOf } from './shapes.ts'
import { type Choice, chooseSites } from './sites.ts'
import type { AreaTarget } from './targets.ts'
import { TITLES } from './titles.ts'

const TODAY = '2026-11-20'
const LAST_DAY = '2029-12-31'
const THIS_YEAR = { from: 2026, to: 2026 }
const FIRST_YEARS = [2022, 2022, 2023, 2023, 2024, 2024, 2025, 2025, 2025, 2026, 2026, 2027] as const
/** Which of its themes a partner's activities are about, the main one first; half of the partners stop before the last. */
const THEME_ORDER = [0, 0, 1, 0, 2] as const

const DEPARTMENT_BY_THEME: Readonly<Record<string, string>> = {
  stunting: 'opd-kesehatan',
  education: 'opd-pendidikan',
  clean_water: 'opd-pu',
  disaster: 'opd-bpbd',
}
/** What departments do themselves, where the most partners already work on the theme. */
const DEPARTMENT_WORK: readonly (readonly [theme: string, start: string, end: string])[] = [
  ['education', '2025-01-01', '2027-12-31'],
  ['education', '2026-01-01', '2026-12-31'],
  ['education', '2024-01-01', '2025-12-31'],
  ['stunting', '2025-01-01', '2026-12-31'],
  ['clean_water', '2026-01-01', '2027-12-31'],
  ['clean_water', '2025-01-01', '2025-12-31'],
  ['disaster', '2024-01-01', '2027-12-31'],
]

/** How far the departments' areas are served: not at all, a heart of them, or all and a little more. */
const SERVED_SCALES = [0, 0.62, 0, 1.08, 0.84] as const

const spanOf = (random: Random): Span => {
  const year = random.pick(FIRST_YEARS)
  const start = `${year}-${String(random.whole(1, 9)).padStart(2, '0')}-01`
  if (random.chance(0.08)) return { start, end: null }
  const end = `${year + random.whole(2, 4)}-12-31`
  return { start, end: end > LAST_DAY ? LAST_DAY : end }
}

const statusOf = ({ start, end }: Span, random: Random): ActivityStatus => {
  if (random.chance(0.055)) return 'suspended'
  if (random.chance(0.03)) return 'cancelled'
  if (start > TODAY) return 'planned'
  return end !== null && end < TODAY ? 'completed' : 'ongoing'
}

const money = (random: Random): number => 5_000_000 * Math.round(10 * Math.exp(random.between(0, 4.6)))

export const makeActivities = (
  ground: Ground,
  partners: readonly Partner[],
  asked: (theme: string) => ReadonlySet<Code>,
  areas: readonly AreaTarget[],
  random: Random,
): readonly Activity[] => {
  const activities: Activity[] = []
  const working = partners.filter(({ hasSites }) => hasSites)

  const add = (
    organisations: Activity['organisations'],
    themes: readonly string[],
    { sites, heart }: Pick<Choice, 'sites' | 'heart'>,
    period: Span,
    status = statusOf(period, random),
  ): void => {
    const known = random.chance(0.85)
    activities.push({
      ...sampleBase(numbered('contoh-keg', activities.length + 1, 4), random),
      title: `${random.pick(TITLES[themes[0]!]!)}, ${ground.nameOf(heart.code.slice(0, 8))}`,
      themes,
      organisations,
      sites,
      period,
      status,
      ...(known ? { budgetIdr: money(random), beneficiaries: random.whole(4, 240) * 10 } : {}),
      ...(random.chance(0.6) ? { planningDocument: `RKPD ${period.start.slice(0, 4)} (contoh)` } : {}),
    })
  }

  /** Mostly alone; now and then with a neighbour, with the department, or with another's money. */
  const crew = (partner: Partner, theme: string, { heart }: Pick<Choice, 'heart'>): Activity['organisations'] => {
    const neighbours = working.filter((other) => other !== partner && other.field === partner.field)
    const department = heart.code.startsWith(SINTANG) ? DEPARTMENT_BY_THEME[theme] : undefined
    const friend = random.chance(0.09) ? random.pick(neighbours) : undefined
    const funder = random.chance(0.2) ? random.pick(neighbours) : undefined
    return [
      { id: partner.record.id, role: 'implementer' },
      ...(friend ? [{ id: friend.record.id, role: 'implementer' as const }] : []),
      ...(department && random.chance(0.05) ? [{ id: department, role: 'implementer' as const }] : []),
      ...(funder && funder !== friend ? [{ id: funder.record.id, role: 'funder' as const }] : []),
    ]
  }

  const taken = new Map<string, readonly Code[]>()
  const takenFor = (theme: string) => taken.get(theme) ?? []
  const take = (theme: string, villages: readonly SamplePlace[]) =>
    taken.set(theme, [...takenFor(theme), ...villages.map(({ code }) => code)])

  // In rounds: everybody begins around home, later work looks for what the earlier left open.
  for (const [round, order] of THEME_ORDER.entries())
    for (const partner of working) {
      if (round === THEME_ORDER.length - 1 && random.chance(0.5)) continue
      const own = partner.record.themes
      const theme = own[order % own.length]!
      const beside = own[order + 1]
      const themes = beside && random.chance(0.5) ? [theme, beside] : [theme]
      const period = spanOf(random)
      const status = statusOf(period, random)
      const demand = { asked: asked(theme), taken: new Set(takenFor(theme)) }
      const choice = chooseSites(partner, theme, demand, ground, random)
      if (covers(status) && meets(period, THIS_YEAR)) for (const each of themes) take(each, choice.villages)
      add(crew(partner, theme, choice), themes, choice, period, status)
    }

  const busiest = (theme: string): SamplePlace => {
    const load = new Map<Code, number>()
    for (const code of takenFor(theme)) load.set(code, (load.get(code) ?? 0) + 1)
    const loadOf = ({ code }: SamplePlace) => load.get(code) ?? 0
    return ground.lively.reduce((most, village) => (loadOf(village) > loadOf(most) ? village : most))
  }
  for (const [theme, start, end] of DEPARTMENT_WORK) {
    const heart = busiest(theme)
    const villages = ground.nearest(heart, ground.lively, random.whole(8, 14))
    const nearby = new Set(villages.map(({ code }) => code))
    // The next one looks elsewhere.
    taken.set(
      theme,
      takenFor(theme).filter((code) => !nearby.has(code)),
    )
    const sites = villages.map(({ code }) => ({ code }))
    add([{ id: DEPARTMENT_BY_THEME[theme]!, role: 'implementer' }], [theme], { sites, heart }, { start, end })
  }

  for (const [at, { theme, year, blob, village }] of areas.entries()) {
    const scale = SERVED_SCALES[at % SERVED_SCALES.length]!
    if (scale === 0) continue
    const growers = working.filter(({ record, field }) => field === ground.lively && record.themes.includes(theme))
    const choice = { sites: [{ geometry: polygonOf(blob, scale) }], heart: village }
    const organisations = crew(random.pick(growers), theme, choice)
    add(organisations, [theme], choice, { start: `${year - 1}-03-01`, end: `${year + 1}-12-31` })
  }

  const divers = working.filter(({ record }) => record.themes.includes('marine_conservation'))
  for (const island of ground.islands.filter(({ name }) => /Karimata|Pelapis|Serutu/.test(name)).slice(0, 4)) {
    const heart = ground.nearest(island, ground.within(KARIMATA), 1)[0]!
    const theme = random.pick(['marine_conservation', 'coastal_livelihood', 'tourism'])
    const choice = { sites: [{ code: island.code }], heart }
    add(crew(random.pick(divers), theme, choice), [theme], choice, { start: '2025-02-01', end: '2027-12-31' })
  }
  return activities
}
