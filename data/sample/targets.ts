import type { Organisation } from '../model/organisation.ts'
import type { Target } from '../model/target.ts'
import { numbered, sampleBase } from './base.ts'
import { fieldOver, type Ground, KAYONG_UTARA, type SamplePlace, SINTANG } from './ground.ts'
import { AREA_PLANS, OTHER_PLANS, type Plan, SINTANG_PLANS } from './plans.ts'
import type { Random } from './random.ts'
import { type Blob, blobAt, polygonOf } from './shapes.ts'

const AREAS_PER_YEAR = 5

/** Districts that plan together. */
const GROUPS: readonly (readonly string[])[] = [
  ['61.05.04', '61.05.05', '61.05.06', '61.05.21'],
  ['61.05.01', '61.05.19', '61.05.20', '61.05.07'],
  ['61.05.02', '61.05.03'],
  ['61.05.08', '61.05.09', '61.05.14', '61.05.15'],
]
/** Themes with a target of their own in every group; the rest name the whole regency's villages at once. */
const GROUPED = ['stunting', 'education', 'clean_water', 'disaster', 'village_infrastructure']
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

export type AreaTarget = { readonly theme: string; readonly year: number; readonly blob: Blob }

/** The targets of the departments, and where the area-measured ones lie, for the partners who serve them. */
export const makeTargets = (
  ground: Ground,
  random: Random,
): { readonly targets: readonly Target[]; readonly areas: readonly AreaTarget[] } => {
  const targets: Target[] = []
  const areas: AreaTarget[] = []

  const add = (plan: Plan, year: number, place: string, own: Pick<Target, 'area' | 'measure'>): void => {
    const first = plan.years[0]!
    const last = plan.years.at(-1)!
    const progress = last === first ? 1 : (year - first + 1) / (last - first + 1)
    const value = plan.baseline + (plan.value - plan.baseline) * progress
    const decimals = plan.unit === '%' ? 1 : 0
    targets.push({
      ...sampleBase(numbered('contoh-target', targets.length + 1, 4), random),
      title: `${plan.indicator}, ${place}, ${year}`,
      organisation: plan.owner,
      theme: plan.theme,
      indicator: plan.indicator,
      unit: plan.unit,
      baseline: { value: plan.baseline, year: first - 1 },
      value: Number(value.toFixed(decimals)),
      year,
      budgetIdr: 25_000_000 * random.whole(4, 120),
      document:
        year >= 2026
          ? { kind: 'Renja', title: `Renja ${year} (contoh)` }
          : { kind: 'RKPD', title: `RKPD ${year} (contoh)` },
      ...own,
    })
  }

  const shareOf = ({ years, share }: Plan, year: number): number => {
    const at = years.length === 1 ? 1 : years.indexOf(year) / (years.length - 1)
    return share[0] + (share[1] - share[0]) * at
  }

  /** The villages where the need is greatest; they change little from one year to the next. */
  const needy = (villages: readonly SamplePlace[], share: number, need: (place: SamplePlace) => number) =>
    [...villages].sort((a, b) => need(b) - need(a)).slice(0, Math.round(villages.length * share))

  for (const plan of SINTANG_PLANS) {
    const need = fieldOver(ground.within(SINTANG), random)
    const areasOf = GROUPED.includes(plan.theme) ? GROUPS : [GROUPS.flat()]
    for (const year of plan.years)
      for (const group of areasOf) {
        const inGroup = (villages: readonly SamplePlace[]) =>
          villages.filter(({ code }) => group.includes(code.slice(0, 8)))
        const chosen = [
          ...needy(inGroup(ground.lively), shareOf(plan, year), need),
          ...needy(inGroup(ground.silent), SILENT_SHARE[plan.theme] ?? 0, need),
        ]
        const place = areasOf === GROUPS ? group.slice(0, 2).map(ground.nameOf).join('-') : 'Kabupaten Sintang'
        const codes = chosen.map(({ code }) => code).sort()
        if (codes.length > 0) add(plan, year, place, { area: { codes }, measure: 'presence' })
      }
  }

  for (const plan of OTHER_PLANS) {
    const villages = plan.border
      ? ground.border.filter(({ code }) => code.startsWith(plan.region))
      : ground.within(plan.region)
    const need = fieldOver(villages, random)
    for (const year of plan.years) {
      const codes = needy(villages, shareOf(plan, year), need).map(({ code }) => code)
      add(plan, year, ground.nameOf(plan.region), { area: { codes: codes.sort() }, measure: 'presence' })
    }
  }

  for (const plan of AREA_PLANS)
    for (const year of plan.years)
      for (let index = 0; index < AREAS_PER_YEAR; index += 1) {
        const village = random.pick(ground.lively)
        const blob = blobAt(village.position, random.between(2.2, 5.5), random)
        areas.push({ theme: plan.theme, year, blob })
        add(plan, year, village.name, { area: { geometry: polygonOf(blob) }, measure: 'area' })
      }
  return { targets, areas }
}
