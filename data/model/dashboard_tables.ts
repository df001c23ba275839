import type { ActivityGroupName } from './activity_groups.ts'
import type {
  DashboardAnswer,
  DashboardChange,
  DashboardRecords,
  DashboardVillages,
  DashboardWeek,
} from './dashboard.ts'
import { ORGANISATION_KIND_LABELS } from './organisation.ts'
import type { Language, Words } from './words.ts'

/** The tables of the dashboard as files hold them, each under its name in the address of `/api/dashboard.csv`. */
export const DASHBOARD_TABLES = [
  'coverage',
  'source',
  'organisation',
  'theme',
  'district',
  'year',
  'reporting',
  'change',
  'week',
  'records',
  'villages',
] as const
export type DashboardTableName = (typeof DASHBOARD_TABLES)[number]

type Cell = string | number | null
/** The heading in CSV, in Indonesian and in English on sheets, and what stands in the column. */
type Column<Row> = readonly [id: string, inIndonesian: string, inEnglish: string, of: (row: Row) => Cell]
export type DashboardTable = {
  readonly columns: readonly { readonly id: string; readonly label: Words }[]
  readonly rows: readonly (readonly Cell[])[]
}

const tableOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): DashboardTable => ({
  columns: columns.map(([id, inIndonesian, inEnglish]) => ({ id, label: { id: inIndonesian, en: inEnglish } })),
  rows: rows.map((row) => columns.map(([, , , of]) => of(row))),
})

type Labelled = readonly { readonly id: string; readonly label: Words }[]
export type TableWords = { readonly themes: Labelled; readonly urusan: Labelled; readonly language: Language }

const nameIn = (among: Labelled, id: string, language: Language): string =>
  among.find((one) => one.id === id)?.label[language] ?? id
const themeIn = (words: TableWords, id: string): string => nameIn(words.themes, id, words.language)
const rounded = (value: number): number => Number(value.toFixed(4))

type CoverageRow = {
  readonly row: string
  readonly id: string
  readonly name: string
  readonly targeted: number
  readonly gap: number
  readonly partial: number
}

/** One row for all, one an urusan, one a theme with a target. */
export const coverageTable = ({ coverage, villages }: DashboardAnswer, words: TableWords): DashboardTable => {
  const { total, urusan, themes } = coverage
  const rows: CoverageRow[] = [
    { row: 'total', id: '', name: '', ...total },
    ...urusan.map((one) => ({
      row: 'urusan',
      id: one.urusan,
      name: nameIn(words.urusan, one.urusan, words.language),
      ...one,
    })),
    ...themes
      .filter(({ targeted }) => targeted > 0)
      .map(({ theme, targeted, counts }) => ({
        row: 'theme',
        id: theme,
        name: themeIn(words, theme),
        targeted,
        gap: counts.gap,
        partial: counts.partial,
      })),
  ]
  return tableOf(rows, [
    ['row', 'Baris', 'Row', ({ row }) => row],
    ['id', 'Kode', 'Id', ({ id }) => id],
    ['name', 'Nama', 'Name', ({ name }) => name],
    ['targeted_villages', 'Desa bertarget', 'Villages with a target', ({ targeted }) => targeted],
    ['gap', 'Belum ada mitra', 'No partner yet', ({ gap }) => gap],
    ['partial', 'Tercakup sebagian', 'Partly covered', ({ partial }) => partial],
    ['covered', 'Tercakup', 'Covered', ({ targeted, gap, partial }) => targeted - gap - partial],
    ['villages', 'Desa seluruhnya', 'All villages', () => villages],
  ])
}

type GroupRow = {
  readonly row: string
  readonly key: string
  readonly name: string
  readonly numbers: readonly Cell[]
}

/** The groups, what is repeated in them, and the total they add up to without it. */
export const groupTable = (
  { groups }: DashboardAnswer,
  by: ActivityGroupName,
  { language }: TableWords,
): DashboardTable => {
  const { groups: found, repeated, total } = groups[by]
  const figures = ({ activities, budget, people }: DashboardAnswer['total']): Cell[] => [
    activities,
    budget.total,
    budget.known,
    people.total,
    people.known,
  ]
  const rows: GroupRow[] = [
    ...found.map((one) => ({
      row: 'group',
      key: one.key,
      name: one.label[language],
      numbers: [...figures(one), one.shared],
    })),
    {
      row: 'repeated',
      key: '',
      name: '',
      numbers: [-repeated.activities, -repeated.budgetIdr, null, -repeated.people, null, null],
    },
    { row: 'total', key: '', name: '', numbers: [...figures(total), groups[by].several] },
  ]
  const number = (id: string, inIndonesian: string, inEnglish: string, at: number): Column<GroupRow> => [
    id,
    inIndonesian,
    inEnglish,
    ({ numbers }) => numbers[at] ?? null,
  ]
  return tableOf(rows, [
    ['row', 'Baris', 'Row', ({ row }) => row],
    ['key', 'Kode', 'Id', ({ key }) => key],
    ['name', 'Nama', 'Name', ({ name }) => name],
    number('activities', 'Kegiatan', 'Activities', 0),
    number('budget_idr', 'Anggaran (Rp)', 'Budget (IDR)', 1),
    number('budget_stated_by', 'Anggaran disebut pada', 'Budget stated by', 2),
    number('people', 'Penerima manfaat', 'Beneficiaries', 3),
    number('people_stated_by', 'Penerima disebut pada', 'Beneficiaries stated by', 4),
    number('in_several_groups', 'Juga di kelompok lain', 'Also in other groups', 5),
  ])
}

export const reportingTable = ({ reporting }: DashboardAnswer, { language }: TableWords): DashboardTable =>
  tableOf(reporting, [
    ['organisation', 'Kode', 'Id', ({ organisation }) => organisation],
    ['name', 'Lembaga', 'Organisation', ({ name }) => name],
    ['kind', 'Jenis', 'Kind', ({ kind }) => ORGANISATION_KIND_LABELS[kind][language]],
    ['records', 'Catatan', 'Records', ({ of }) => of],
    ['fresh_90_days', 'Dikonfirmasi 90 hari', 'Confirmed in 90 days', ({ fresh }) => fresh],
    ['median_days', 'Median hari', 'Median days', ({ medianDays }) => medianDays],
    ['oldest_days', 'Hari tertua', 'Oldest days', ({ oldestDays }) => oldestDays],
    ['completeness', 'Kelengkapan (0-1)', 'Completeness (0-1)', ({ completeness }) => rounded(completeness)],
    [
      'missing',
      'Isian yang kurang',
      'Missing fields',
      ({ missing }) => missing.map(({ field, records }) => `${field} ${records}`).join('; '),
    ],
  ])

export const changeTable = ({ themes, before, after }: DashboardChange, words: TableWords): DashboardTable =>
  tableOf(themes, [
    ['theme', 'Kode', 'Id', ({ theme }) => theme],
    ['name', 'Tema', 'Theme', ({ theme }) => themeIn(words, theme)],
    ['gap_before', 'Belum ada mitra, dulu', 'No partner, then', (one) => one.before.counts.gap],
    ['gap_after', 'Belum ada mitra, kini', 'No partner, now', (one) => one.after.counts.gap],
    ['targeted_before', 'Desa bertarget, dulu', 'With a target, then', (one) => one.before.targeted],
    ['targeted_after', 'Desa bertarget, kini', 'With a target, now', (one) => one.after.targeted],
    ['gaps_closed', 'Kesenjangan tertutup', 'Gaps closed', ({ closed }) => closed],
    ['gaps_opened', 'Kesenjangan baru', 'Gaps opened', ({ opened }) => opened],
    ['changed', 'Desa berubah', 'Villages changed', ({ changed }) => changed],
    ['as_of_before', 'Jurnal, dulu', 'Journal, then', () => before.seq],
    ['as_of_after', 'Jurnal, kini', 'Journal, now', () => after.seq],
  ])

export const weekTable = ({ entries }: DashboardWeek): DashboardTable =>
  tableOf(
    entries.flatMap((entry) => entry.records.map((record) => ({ ...entry, record }))),
    [
      ['entry', 'Entri jurnal', 'Journal entry', ({ seq }) => seq],
      ['time', 'Waktu (UTC)', 'Time (UTC)', ({ time }) => time],
      ['records_in_entry', 'Catatan dalam entri', 'Records in the entry', ({ count }) => count],
      ['kind', 'Jenis', 'Kind', ({ record }) => record.kind],
      ['id', 'Kode', 'Id', ({ record }) => record.id],
      ['title', 'Judul', 'Title', ({ record }) => record.title],
      ['organisation', 'Lembaga', 'Organisation', ({ record }) => record.organisation ?? ''],
      ['what', 'Perubahan', 'Change', ({ record }) => record.what],
      ['fields', 'Isian', 'Fields', ({ record }) => record.fields.join('; ')],
    ],
  )

export const recordsTable = ({ records }: DashboardRecords): DashboardTable =>
  tableOf(records, [
    ['kind', 'Jenis', 'Kind', ({ kind }) => kind],
    ['id', 'Kode', 'Id', ({ id }) => id],
    ['title', 'Judul', 'Title', ({ title }) => title],
    ['organisations', 'Lembaga', 'Organisations', ({ organisations }) => organisations.join('; ')],
    ['villages', 'Desa', 'Villages', ({ villages }) => villages],
    ['budget_idr', 'Anggaran (Rp)', 'Budget (IDR)', ({ budgetIdr }) => budgetIdr],
    ['people', 'Penerima manfaat', 'Beneficiaries', ({ people }) => people],
    ['confirmed_days_ago', 'Dikonfirmasi (hari lalu)', 'Confirmed (days ago)', (one) => one.freshnessDays],
    ['completeness', 'Kelengkapan (0-1)', 'Completeness (0-1)', (one) => rounded(one.completeness)],
    ['origin', 'Asal', 'Origin', ({ origin }) => origin],
  ])

export const villagesTable = ({ villages }: DashboardVillages, words: TableWords): DashboardTable =>
  tableOf(
    villages.flatMap(({ verdicts, ...village }) => verdicts.map((one) => ({ ...village, ...one }))),
    [
      ['code', 'Kode', 'Code', ({ code }) => code],
      ['village', 'Desa', 'Village', ({ name }) => name],
      ['within', 'Kecamatan', 'District', ({ within }) => within],
      ['theme', 'Tema', 'Theme', ({ theme }) => themeIn(words, theme)],
      ['verdict', 'Keadaan', 'Verdict', ({ verdict }) => verdict],
    ],
  )
