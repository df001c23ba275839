import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsxFile, { type Feature, type SheetData } from 'write-excel-file/node'
import type { ImportField } from '../../data/model/importing.ts'
import { STATUS_WORDS, VISIBILITY_WORDS } from '../../data/model/reading/vocabulary.ts'
import { writeTable } from '../formats/csv.ts'
import type { World } from '../world.ts'

type Pick = 'theme' | 'status' | 'visibility'
type Column = {
  readonly field: ImportField
  readonly heading: string
  readonly hint: string
  readonly width: number
  readonly pick?: Pick
}

/** The table that an import reads without a question. Hints stand above the headings, where no row is read. */
export const TEMPLATE: readonly Column[] = [
  {
    field: 'externalId',
    heading: 'Nomor kegiatan',
    hint: 'Nomor Anda sendiri; impor ulang memperbarui, bukan menggandakan',
    width: 16,
  },
  { field: 'title', heading: 'Judul kegiatan', hint: 'Wajib', width: 36 },
  {
    field: 'themes',
    heading: 'Tema',
    hint: 'Wajib; pilih dari daftar, beberapa dipisah titik koma',
    width: 24,
    pick: 'theme',
  },
  { field: 'partner', heading: 'Mitra pelaksana', hint: 'Kosongkan bila lembaga Anda sendiri', width: 24 },
  { field: 'funder', heading: 'Pendana', hint: 'Nama lembaga', width: 20 },
  { field: 'village', heading: 'Desa', hint: 'Nama desa, atau isi kode, atau koordinat', width: 22 },
  { field: 'district', heading: 'Kecamatan', hint: 'Bila ada desa yang senama', width: 20 },
  { field: 'regency', heading: 'Kabupaten', hint: 'Bila ada desa yang senama', width: 20 },
  { field: 'code', heading: 'Kode wilayah', hint: 'Kemendagri bertitik, misalnya 61.05.01.2007', width: 16 },
  { field: 'lat', heading: 'Lintang', hint: 'Derajat, misalnya -0,0695', width: 12 },
  { field: 'lng', heading: 'Bujur', hint: 'Derajat, misalnya 111,4951', width: 12 },
  { field: 'start', heading: 'Mulai', hint: 'Wajib; misalnya 8 Mei 2024, Mei 2024 atau 2024', width: 16 },
  { field: 'end', heading: 'Selesai', hint: 'Kosong berarti belum berakhir', width: 16 },
  { field: 'status', heading: 'Status', hint: 'Wajib; pilih dari daftar', width: 16, pick: 'status' },
  {
    field: 'budgetIdr',
    heading: 'Anggaran (Rp)',
    hint: 'Rupiah untuk seluruh kegiatan, misalnya 18,7 miliar',
    width: 20,
  },
  { field: 'beneficiaries', heading: 'Penerima manfaat (orang)', hint: 'Orang, bukan keluarga', width: 16 },
  { field: 'planningDocument', heading: 'Dokumen perencanaan', hint: 'Misalnya RKPD 2025', width: 22 },
  { field: 'sourceText', heading: 'Sumber', hint: 'Misalnya laporan lembaga, Mei 2026', width: 24 },
  { field: 'sourceUrl', heading: 'Tautan', hint: 'Alamat web sumbernya', width: 20 },
  { field: 'visibility', heading: 'Terlihat oleh', hint: 'Kosong berarti umum', width: 14, pick: 'visibility' },
  { field: 'note', heading: 'Catatan', hint: 'Apa saja', width: 30 },
]

type Described = { readonly themes: World['themes']; readonly geography: World['geography'] }

const picksIn = ({ themes }: Described): { readonly [P in Pick]: readonly string[] } => ({
  theme: themes.map(({ label }) => label.id),
  status: STATUS_WORDS.map(({ id }) => id),
  visibility: VISIBILITY_WORDS.map(({ id }) => id),
})

const hintOf = ({ hint, pick }: Column, picks: ReturnType<typeof picksIn>): string =>
  pick ? `${hint}: ${picks[pick].join(', ')}` : hint

/** Hints, then headings; with a byte order mark, so that a spreadsheet reads its letters right. */
export const writeTemplateCsv = (world: Described): string => {
  const picks = picksIn(world)
  const columns = TEMPLATE.map((column) => hintOf(column, picks))
  const headings = Object.fromEntries(TEMPLATE.map(({ heading }, at) => [columns[at]!, heading]))
  return `\ufeff${writeTable(columns, [headings])}`
}

const PICKS_SHEET = 'Pilihan'
const PICK_ORDER: readonly Pick[] = ['theme', 'status', 'visibility']
const PICK_TITLES: { readonly [P in Pick]: string } = {
  theme: 'Daftar tema',
  status: 'Daftar status',
  visibility: 'Daftar terlihat oleh',
}
const MOST_ROWS = 5_000
const FIRST_ROW = 3

const letterOf = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at)

const validation = (column: Column, at: number, count: number): string => {
  const list = letterOf(PICK_ORDER.indexOf(column.pick!))
  const cells = `${letterOf(at)}${FIRST_ROW}:${letterOf(at)}${MOST_ROWS}`
  // A warning, no refusal: several themes may stand in one cell.
  return `<dataValidation type="list" errorStyle="information" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${PICKS_SHEET}!$${list}$2:$${list}$${count + 1}</formula1></dataValidation>`
}

/** Lists to pick from, on the first sheet alone; the library writes none itself. */
const dropDowns = (picks: ReturnType<typeof picksIn>): Feature<Stream | Buffer | Blob> => {
  const picked = TEMPLATE.flatMap((column, at) =>
    column.pick ? [validation(column, at, picks[column.pick].length)] : [],
  )
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert: (_options, { sheetIndex }) =>
            sheetIndex === 0
              ? `<dataValidations count="${picked.length}">${picked.join('')}</dataValidations>`
              : undefined,
        },
      },
    },
  }
}

const HINT = { textColor: '#555555', wrap: true, alignVertical: 'top' } as const
const HEADING = { fontWeight: 'bold', backgroundColor: '#e8eef0' } as const
/** Text, so that a spreadsheet leaves codes and long numbers alone. */
const AS_TEXT: readonly ImportField[] = ['externalId', 'code']

const dataSheet = (picks: ReturnType<typeof picksIn>): SheetData => [
  TEMPLATE.map((column) => ({
    value: hintOf(
      { ...column, hint: column.hint },
      column.pick ? { ...picks, [column.pick]: ['lihat lembar Pilihan'] } : picks,
    ),
    type: String,
    ...HINT,
  })),
  TEMPLATE.map(({ heading }) => ({ value: heading, type: String, ...HEADING })),
  ...Array.from({ length: 200 }, () =>
    TEMPLATE.map(({ field }) => (AS_TEXT.includes(field) ? { type: String, format: '@', value: '' } : null)),
  ),
]

/** Everything that may be picked, and every village with its code, to look up. */
const picksSheet = (picks: ReturnType<typeof picksIn>, { geography }: Described): SheetData => {
  const villages = geography.within('', 'village')
  const length = Math.max(villages.length, ...PICK_ORDER.map((pick) => picks[pick].length))
  const heading = [...PICK_ORDER.map((pick) => PICK_TITLES[pick]), 'Kode Kemendagri', 'Nama', 'Di']
  const rows = Array.from({ length }, (_, at) => {
    const village = villages[at]
    return [
      ...PICK_ORDER.map((pick) => picks[pick][at] ?? null),
      village?.code ?? null,
      village?.name ?? null,
      village ? `${geography.nameAbove(village.code)}, ${geography.nameOf(village.code.slice(0, 5))}` : null,
    ]
  })
  return [heading.map((value) => ({ value, type: String, ...HEADING })), ...rows]
}

/** The same table as a workbook with lists to pick from. */
export const writeTemplateXlsx = async (world: Described): Promise<Uint8Array<ArrayBuffer>> => {
  const picks = picksIn(world)
  const sheets = [
    {
      sheet: 'Kegiatan',
      data: dataSheet(picks),
      columns: TEMPLATE.map(({ width }) => ({ width })),
      stickyRowsCount: FIRST_ROW - 1,
    },
    {
      sheet: PICKS_SHEET,
      data: picksSheet(picks, world),
      columns: [24, 18, 20, 18, 28, 36].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]
  return Uint8Array.from(await writeXlsxFile(sheets, { features: [dropDowns(picks)] }).toBuffer())
}
