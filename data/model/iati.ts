import type { ActivityStatus } from './activity.ts'
import type { OrganisationKind } from './organisation.ts'

/** Who reports to IATI. `ref` is the identifier under which it is registered there, `type` a code of its list OrganisationType. */
export type IatiReporter = { readonly ref: string; readonly name: string; readonly type: string }

/** Codes of the list ActivityStatus of IATI 2.03. */
export const IATI_STATUS: { readonly [S in ActivityStatus]: string } = {
  planned: '1',
  ongoing: '2',
  completed: '4',
  cancelled: '5',
  suspended: '6',
}

/** Codes of the list OrganisationType. */
export const IATI_ORGANISATION_TYPE: { readonly [K in OrganisationKind]: string } = {
  opd: '11',
  village: '11',
  ministry: '10',
  agency: '15',
  ngo: '22',
  company: '70',
  credit_union: '90',
}

/** The sector of the OECD DAC (three digits, vocabulary 2) that a theme lies in; themes without one have no fitting sector there. */
const DAC_SECTORS: Readonly<Record<string, string>> = {
  stunting: '122',
  supplementary_feeding: '122',
  maternal_child_health: '130',
  population_data: '130',
  education: '111',
  honorary_teachers: '111',
  out_of_school_children: '112',
  clean_water: '140',
  waste: '140',
  village_infrastructure: '430',
  livelihood: '430',
  disaster: '740',
  settlement_fire: '740',
  gender: '151',
  local_products: '321',
  agroforestry: '312',
  forest_protection: '312',
  social_forestry: '312',
  aquaculture: '313',
  coastal_livelihood: '313',
  restoration: '410',
  marine_conservation: '410',
  tourism: '332',
}

/** Null where one of the themes has none: percentages of a part would speak for the whole. */
export const dacSectorsOf = (themes: readonly string[]): readonly string[] | null => {
  const sectors = themes.map((theme) => DAC_SECTORS[theme])
  return sectors.includes(undefined) ? null : [...new Set(sectors as string[])]
}

/** Shares in whole hundredths of a percent that add up to 100 exactly. */
export const evenShares = (count: number): readonly string[] => {
  const each = Math.floor(10_000 / count)
  return Array.from({ length: count }, (_, at) => ((at === 0 ? 10_000 - each * (count - 1) : each) / 100).toFixed(2))
}

type Dated = { readonly start: string; readonly end: string | null; readonly status: ActivityStatus }

/** Dates with their codes of the list ActivityDateType: what is not over yet, or never began, is planned. */
export const iatiDatesOf = (
  { start, end, status }: Dated,
  today: string,
): readonly { readonly type: string; readonly date: string }[] => {
  const hasBegun = status !== 'planned' && status !== 'cancelled' && start <= today
  const isOver = status === 'completed' && end !== null && end <= today
  return [
    { type: hasBegun ? '2' : '1', date: start },
    ...(end === null ? [] : [{ type: isOver ? '4' : '3', date: end }]),
  ]
}
