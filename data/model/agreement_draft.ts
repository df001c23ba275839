import type { Agreement, AgreementKind } from './agreement.ts'

/** What a draft is filled with besides the agreement itself; all names in words. */
export type DraftSources = {
  readonly parties: readonly { readonly name: string; readonly isOfRegion: boolean }[]
  /** `Kecamatan Sepauk` with the villages of it that are meant, none for all; empty where the whole region is meant. */
  readonly places: readonly { readonly name: string; readonly villages: readonly string[] }[]
  /** How many villages that is. */
  readonly villages: number
  readonly region: string
  /** Title of the agreement that this one carries out. */
  readonly carriesOut: string | null
}

export type DraftArticle = { readonly heading: string; readonly paragraphs: readonly string[] }

/** A draft in Indonesian, the language of the text itself; what nobody knows yet stands in square brackets. */
export type AgreementDraftText = {
  readonly form: string
  readonly title: string
  readonly opening: readonly string[]
  /** Of the parties, in the order of the text: PIHAK KESATU and so on. */
  readonly parties: readonly { readonly name: string; readonly called: string; readonly words: string }[]
  readonly articles: readonly DraftArticle[]
  /** Rows of a work plan; empty in every other form. */
  readonly plan: readonly { readonly field: string; readonly where: string; readonly when: string }[]
  readonly closing: string
  readonly annex: DraftArticle
}

const ORDINALS = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN'] as const
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

const calledAt = (at: number): string => `PIHAK ${ORDINALS[at] ?? `KE-${at + 1}`}`

/** `2024-05-08` -> `8 Mei 2024`. */
const inWords = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${MONTHS[month! - 1]} ${year}`
}

const FORMS: { readonly [K in AgreementKind]: string } = {
  KB: 'KESEPAKATAN BERSAMA',
  PKS: 'PERJANJIAN KERJA SAMA',
  KSDD: 'KESEPAKATAN KERJA SAMA DAERAH DENGAN DAERAH',
  NK: 'NOTA KESEPAKATAN',
  RK: 'RENCANA KERJA',
}

const itemsOf = (items: readonly string[]): readonly string[] =>
  items.map((item, at) => `${String.fromCharCode(97 + (at % 26))}. ${item}${at === items.length - 1 ? '.' : ';'}`)

const fieldsOf = ({ fields }: Agreement): readonly string[] =>
  fields.length > 0 ? fields.map(({ wording }) => wording) : ['[bidang yang dikerjakan]']

const scopeOf = (agreement: Agreement): DraftArticle => ({
  heading: 'Ruang lingkup',
  paragraphs: ['Ruang lingkup naskah ini meliputi:', ...itemsOf(fieldsOf(agreement))],
})

const namesOf = ({ places }: DraftSources): string => places.map(({ name }) => name).join(', ')

const placeOf = (sources: DraftSources): DraftArticle => ({
  heading: 'Lokasi',
  paragraphs: [
    sources.places.length === 0
      ? `Lokasi kegiatan adalah seluruh wilayah ${sources.region}, sebagaimana peta pada lampiran.`
      : `Lokasi kegiatan adalah ${sources.villages} desa dan kelurahan di ${namesOf(sources)}, sebagaimana daftar dan peta pada lampiran.`,
  ],
})

const termOf = ({ period }: Agreement): DraftArticle => {
  const [start, end] = [period?.start, period?.end].map((iso) => (iso ? inWords(iso) : '[tanggal]'))
  return {
    heading: 'Jangka waktu',
    paragraphs: [
      `Naskah ini berlaku sejak ${start} sampai dengan ${end}. Para pihak menilai kelanjutannya paling lambat [jumlah] bulan sebelum berakhir.`,
    ],
  }
}

const dutiesOf = (parties: AgreementDraftText['parties']): DraftArticle => ({
  heading: 'Hak dan kewajiban',
  paragraphs: parties.flatMap(({ called }) => [
    `${called} berhak: [hak pihak ini].`,
    `${called} berkewajiban: [kewajiban pihak ini].`,
  ]),
})

const AIM: DraftArticle = {
  heading: 'Maksud dan tujuan',
  paragraphs: ['Para pihak bekerja bersama agar [tujuan dalam satu kalimat], tanpa mengurangi wewenang masing-masing.'],
}
const MONEY: DraftArticle = {
  heading: 'Pembiayaan',
  paragraphs: ['Biaya ditanggung masing-masing pihak menurut bagian pekerjaannya: [sumber dan besarannya].'],
}
const WATCH: DraftArticle = {
  heading: 'Pemantauan dan pelaporan',
  paragraphs: [
    'Para pihak mencatat kemajuan pada peta bersama paling sedikit setiap [jumlah] bulan dan membahasnya bersama Sekretariat Bersama.',
  ],
}
const FORCE: DraftArticle = {
  heading: 'Keadaan kahar',
  paragraphs: ['Pihak yang terhalang keadaan di luar kuasanya memberi tahu pihak lain dalam [jumlah] hari kerja.'],
}
const PEACE: DraftArticle = {
  heading: 'Penyelesaian perbedaan',
  paragraphs: [
    'Perbedaan pendapat diselesaikan dengan musyawarah; bila tidak tercapai, dengan cara [pilihan para pihak].',
  ],
}
const LATER: DraftArticle = {
  heading: 'Perubahan',
  paragraphs: ['Hal yang belum diatur atau perlu diubah dituangkan dalam tambahan yang disetujui semua pihak.'],
}

const followedBy = (form: string): DraftArticle => ({
  heading: 'Pelaksanaan',
  paragraphs: [`Naskah ini dijalankan dengan ${form} yang memuat pekerjaan, lokasi, waktu, dan penanggung jawab.`],
})

const basedOn = ({ carriesOut }: DraftSources, form: string): DraftArticle => ({
  heading: 'Dasar',
  paragraphs: [`Naskah ini menjalankan ${form} "${carriesOut ?? '[judul dan nomor]'}".`],
})

type Filled = {
  readonly agreement: Agreement
  readonly sources: DraftSources
  readonly parties: AgreementDraftText['parties']
}

/** The order of articles in each legal form; a work plan has a table instead. */
const ARTICLES: { readonly [K in AgreementKind]: (filled: Filled) => readonly DraftArticle[] } = {
  KB: ({ agreement, sources }) => [
    AIM,
    scopeOf(agreement),
    placeOf(sources),
    followedBy('Perjanjian Kerja Sama'),
    MONEY,
    termOf(agreement),
    WATCH,
    PEACE,
    LATER,
  ],
  PKS: ({ agreement, sources, parties }) => [
    basedOn(
      sources,
      sources.parties.filter(({ isOfRegion }) => !isOfRegion).length > 0 ? 'Kesepakatan Bersama' : 'kerja sama daerah',
    ),
    AIM,
    scopeOf(agreement),
    placeOf(sources),
    dutiesOf(parties),
    MONEY,
    termOf(agreement),
    WATCH,
    FORCE,
    PEACE,
    LATER,
  ],
  KSDD: ({ agreement, sources }) => [
    AIM,
    scopeOf(agreement),
    placeOf(sources),
    followedBy('Perjanjian Kerja Sama antarperangkat daerah'),
    MONEY,
    termOf(agreement),
    WATCH,
    PEACE,
    LATER,
  ],
  NK: ({ agreement, sources }) => [
    AIM,
    scopeOf(agreement),
    placeOf(sources),
    followedBy('Rencana Kerja'),
    MONEY,
    termOf(agreement),
    WATCH,
    PEACE,
    LATER,
  ],
  RK: ({ agreement, sources }) => [basedOn(sources, 'Nota Kesepakatan'), termOf(agreement), WATCH],
}

const annexOf = ({ places, region }: DraftSources): DraftArticle => ({
  heading: 'LAMPIRAN: LOKASI DAN PETA',
  paragraphs:
    places.length === 0
      ? [`Seluruh wilayah ${region}.`]
      : places.map(({ name, villages }) => `${name}: ${villages.join(', ') || 'seluruh desa dan kelurahannya'}.`),
})

const whenOf = ({ period }: Agreement): string =>
  period ? `${inWords(period.start)} - ${period.end ? inWords(period.end) : '[tanggal]'}` : '[waktu]'

/** The text of an agreement by its legal form, to be filled and discussed; never a signed one. */
export const draftOf = (agreement: Agreement, sources: DraftSources): AgreementDraftText => {
  const parties = sources.parties.map(({ name }, at) => ({
    name,
    called: calledAt(at),
    words: `${name}, dalam hal ini diwakili oleh [nama] selaku [jabatan], selanjutnya disebut ${calledAt(at)}.`,
  }))
  const where = namesOf(sources) || sources.region
  return {
    form: FORMS[agreement.kind],
    title: agreement.title,
    opening: [
      'Nomor: [nomor]',
      'Pada hari ini [hari], tanggal [tanggal], bulan [bulan], tahun [tahun], bertempat di [tempat], para pihak di bawah ini:',
    ],
    parties,
    articles: ARTICLES[agreement.kind]({ agreement, sources, parties }),
    plan:
      agreement.kind === 'RK' ? fieldsOf(agreement).map((field) => ({ field, where, when: whenOf(agreement) })) : [],
    closing: 'Demikian naskah ini dibuat dalam rangkap [jumlah], masing-masing untuk tiap pihak.',
    annex: annexOf(sources),
  }
}
