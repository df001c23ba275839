import { type Code, levelOf } from '../model/codes.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Target } from '../model/target.ts'
import { numbered, sampleBase } from './base.ts'
import { fieldOver, type Ground, KAYONG_UTARA, type SamplePlace, SINTANG } from './ground.ts'
import { AREA_PLANS, OTHER_PLANS, type Plan, SINTANG_PLANS } from './plans.ts'
import type { Random } from './random.ts'
import { aboutHa, type Blob, blobAt, polygonOf } from './shapes.ts'

const AREAS_PER_YEAR = 5
/** Share of an area target's outline that is to be reached. */
const AREA_SHARE = 0.8
/** The years whose targets partners look at when they choose where to work. */
const ASKED_FROM = 2025
const ASKED_TO = 2026
/** From here on only the five-year plan says anything. */
const FIRST_YEAR_OF_PLAN_ONLY = 2028

/** Districts that plan together. */
const GROUPS: readonly (readonly [name: string, districts: readonly Code[]])[] = [
  ['Ketungau dan Binjai Hulu', ['61.05.04', '61.05.05', '61.05.06', '61.05.21']],
  ['Sintang dan sekitarnya', ['61.05.01', '61.05.19', '61.05.20', '61.05.07']],
  ['Tempunak dan Sepauk', ['61.05.02', '61.05.03']],
  ['Kayan, Serawai, dan Ambalau', ['61.05.08', '61.05.09', '61.05.14', '61.05.15']],
]
const TOGETHER: typeof GROUPS = [['Kabupaten Sintang', GROUPS.flatMap(([, districts]) => districts)]]
/** Themes with a target of their own in every group; the rest are planned for the regency as a whole. */
const GROUPED = ['stunting', 'education', 'clean_water', 'disaster']
/** What the silent districts are asked at all. */
const SILENT_SHARE: Readonly<Record<string, number>> = { stunting: 0.24, education: 0.08 }

/** Departments that the sources do not name, so that every regency of the sample has an owner for its targets. */
export const makeDepartments = (random: Random): readonly Organisation[] =>
  (
    [
      ['contoh-opd-kesehatan-kku', 'Dinas Contoh Kesehatan, Kayong Utara', KAYONG_UTARA, ['health', 'food']],
      [
        'contoh-opd-kelautan-kku',
        'Dinas Contoh Perikanan, Kayong Utara',
        KAYONG_UTARA,
        ['marine_fisheries', 'environment'],
      ],
      ['contoh-opd-wisata-kku', 'Dinas Contoh Pariwisata, Kayong Utara', KAYONG_UTARA, ['tourism', 'culture']],
      ['contoh-opd-air-kku', 'Dinas Contoh Pekerjaan Umum, Kayong Utara', KAYONG_UTARA, ['public_works', 'housing']],
      ['contoh-opd-kesehatan-seruyan', 'Dinas Contoh Kesehatan, Seruyan', '62.07', ['health']],
      ['contoh-opd-kesehatan-kotim', 'Dinas Contoh Kesehatan, Kotawaringin Timur', '62.02', ['health']],
    ] as const
  ).map(([id, name, region, urusan]) => ({ ...sampleBase(id, random), name, kind: 'opd', region, urusan, themes: [] }))

export type AreaTarget = {
  readonly theme: string
  readonly year: number
  readonly blob: Blob
  readonly village: SamplePlace
}

/** For a theme, the villages with a target in the years that partners look at. */
export const askedBy = (targets: readonly Target[], ground: Ground): ((theme: string) => ReadonlySet<Code>) => {
  const villages = new Map<string, Set<Code>>()
  for (const { theme, area, year } of targets) {
    if (!('codes' in area) || year < ASKED_FROM || year > ASKED_TO) continue
    const known = villages.get(theme) ?? new Set()
    for (const code of area.codes)
      for (const each of levelOf(code) === 'village' ? [code] : ground.within(code).map((place) => place.code))
        known.add(each)
    villages.set(theme, known)
  }
  return (theme) => villages.get(theme) ?? new Set()
}

const documentOf = (year: number): Target['document'] => {
  if (year >= FIRST_YEAR_OF_PLAN_ONLY) return { kind: 'RPJMD', title: 'RPJMD 2025-2029 (contoh)' }
  return year >= 2026
    ? { kind: 'Renja', title: `Renja ${year} (contoh)` }
    : { kind: 'RKPD', title: `RKPD ${year} (contoh)` }
}

/** The targets of the departments, and where the area-measured ones lie, for the partners who serve them. */
export const makeTargets = (
  ground: Ground,
  random: Random,
): { readonly targets: readonly Target[]; readonly areas: readonly AreaTarget[] } => {
  const targets: Target[] = []
  const areas: AreaTarget[] = []

  const add = (
    plan: Pick<Plan, 'theme' | 'owner' | 'indicator' | 'unit'>,
    year: number,
    place: string,
    own: Pick<Target, 'area' | 'measure' | 'value' | 'baseline'>,
  ): void => {
    targets.push({
      ...sampleBase(numbered('contoh-target', targets.length + 1, 4), random),
      title: `${plan.indicator}, ${place}, ${year}`,
      organisation: plan.owner,
      theme: plan.theme,
      indicator: plan.indicator,
      unit: plan.unit,
      year,
      budgetIdr: 25_000_000 * random.whole(4, 120),
      document: documentOf(year),
      ...own,
    })
  }

  /** A percentage differs a little from place to place, a number is shared out among them. */
  const aimOf = ({ unit, years, baseline, value }: Plan, year: number, places: number, shift: number) => {
    const first = years[0]!
    const progress = (year - first + 1) / (years.at(-1)! - first + 1)
    const at = (figure: number) => (unit === '%' ? Number((figure + shift).toFixed(1)) : Math.round(figure / places))
    return { baseline: { value: at(baseline), year: first - 1 }, value: at(baseline + (value - baseline) * progress) }
  }

  const shareOf = ({ years, share }: Plan, year: number): number => {
    const at = years.length === 1 ? 1 : years.indexOf(year) / (years.length - 1)
    return share[0] + (share[1] - share[0]) * at
  }

  /** The villages where the need is greatest; they change little from one year to the next. */
  const needy = (villages: readonly SamplePlace[], share: number, need: (place: SamplePlace) => number) =>
    [...villages].sort((a, b) => need(b) - need(a)).slice(0, Math.round(villages.length * share))

  // Where one need is great the others often are too.
  const hardship = fieldOver(ground.within(SINTANG), random)
  for (const plan of SINTANG_PLANS) {
    const own = fieldOver(ground.within(SINTANG), random)
    const need = (place: SamplePlace) => 0.6 * hardship(place) + 0.7 * own(place)
    const groups = GROUPED.includes(plan.theme) ? GROUPS : TOGETHER
    for (const [place, districts] of groups) {
      const shift = random.between(-2.5, 2.5)
      const inGroup = (villages: readonly SamplePlace[]) =>
        villages.filter(({ code }) => districts.includes(code.slice(0, 8)))
      for (const year of plan.years) {
        const share = shareOf(plan, year)
        const chosen = plan.wholeDistricts
          ? needy(ground.livelyDistricts, share, need)
          : [
              ...needy(inGroup(ground.lively), share, need),
              ...needy(inGroup(ground.silent), SILENT_SHARE[plan.theme] ?? 0, need),
            ]
        const codes = chosen.map(({ code }) => code).sort()
        if (codes.length > 0)
          add(plan, year, place, { area: { codes }, measure: 'presence', ...aimOf(plan, year, groups.length, shift) })
      }
    }
  }

  for (const plan of OTHER_PLANS) {
    const villages = plan.border
      ? ground.border.filter(({ code }) => code.startsWith(plan.region))
      : ground.within(plan.region)
    const need = fieldOver(villages, random)
    for (const year of plan.years) {
      const codes = needy(villages, shareOf(plan, year), need).map(({ code }) => code)
      const aim = aimOf(plan, year, 1, 0)
      add(plan, year, ground.nameOf(plan.region), { area: { codes: codes.sort() }, measure: 'presence', ...aim })
    }
  }

  for (const plan of AREA_PLANS)
    for (const year of plan.years)
      for (let index = 0; index < AREAS_PER_YEAR; index += 1) {
        const village = random.pick(ground.lively)
        const blob = blobAt(village.position, random.between(2.2, 5.5), random)
        const value = 10 * Math.round((AREA_SHARE * aboutHa(blob)) / 10)
        const baseline = { value: 10 * Math.round((value * random.between(0, 0.2)) / 10), year: year - 1 }
        areas.push({ theme: plan.theme, year, blob, village })
        add(plan, year, village.name, { area: { geometry: polygonOf(blob) }, measure: 'area', value, baseline })
      }
  return { targets, areas }
}
