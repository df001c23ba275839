import type { EmbedLevel } from '../../data/model/embed.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Language } from '../../data/model/words.ts'

type Given = { readonly theme: string; readonly region: string; readonly period: string }

/** What a widget says; the app has its own catalogue, which would weigh more than the widget's words. */
export type EmbedText = {
  readonly locale: string
  readonly title: (given: Given) => string
  readonly years: (period: string) => string
  readonly units: { readonly [L in EmbedLevel]: string }
  readonly asked: { readonly [V in VerdictKind]: string }
  readonly ofTargeted: (total: string, units: string) => string
  readonly ofAll: (total: string, units: string) => string
  readonly noneTargeted: (units: string) => string
  readonly percent: (share: number) => string
  readonly sample: string
  readonly legend: string
  readonly wholeLegend: string
  readonly shortLegend: string
  readonly chart: string
  readonly bar: (year: number, figure: string) => string
  readonly silent: string
  readonly list: (asked: string) => string
  readonly empty: string
  readonly more: (count: string) => string
  readonly table: string
  readonly map: string
  readonly code: string
  readonly name: string
  readonly within: string
  readonly verdict: string
  readonly source: string
  readonly indicative: string
  readonly estimated: string
  readonly updated: (date: string, version: string) => string
  readonly open: string
  readonly loading: string
  readonly trouble: string
  readonly again: string
  readonly noMap: string
  readonly stillMap: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly mapName: string
  readonly wheel: string
  readonly wheelMac: string
  readonly fingers: string
}

const indonesian: EmbedText = {
  locale: 'id-ID',
  title: ({ theme, region, period }) => `${theme[0]!.toUpperCase()}${theme.slice(1)} di ${region}, ${period}`,
  years: (period) => period.replace('/', '–'),
  units: { village: 'desa', district: 'kecamatan', regency: 'kabupaten', island: 'pulau' },
  asked: {
    gap: 'belum ada mitra',
    partial: 'baru sebagian terlayani',
    met: 'sudah terpenuhi',
    overlap: 'tumpang tindih',
    coordinated: 'sudah terkoordinasi',
    partner_only: 'ada mitra tanpa target',
    no_target: 'tanpa target dan tanpa mitra',
    unreported: 'belum ada laporan',
  },
  ofTargeted: (total, units) => `dari ${total} ${units} bertarget`,
  ofAll: (total, units) => `dari ${total} ${units}`,
  noneTargeted: (units) => `belum ada ${units} bertarget pada periode ini`,
  percent: (share) => `${(share * 100).toLocaleString('id-ID', { maximumFractionDigits: 1 })}\u00a0%`,
  sample: 'data contoh',
  legend: 'Legenda',
  wholeLegend: 'Legenda lengkap',
  shortLegend: 'Legenda singkat',
  chart: 'Dari tahun ke tahun',
  bar: (year, figure) => `${year}: ${figure}`,
  silent: 'belum ada laporan',
  list: (asked) => `Daftar: ${asked}`,
  empty: 'Tidak ada pada periode ini.',
  more: (count) => `Tampilkan semua (${count})`,
  table: 'Tabel',
  map: 'Peta',
  code: 'Kode',
  name: 'Nama',
  within: 'Wilayah',
  verdict: 'Putusan',
  source: 'Sumber: catatan mitra dan perangkat daerah di Bentang',
  indicative: 'Batas indikatif',
  estimated: 'Batas perkiraan',
  updated: (date, version) => `Diperbarui ${date}, versi data ${version}`,
  open: 'Buka di Bentang',
  loading: 'Memuat data Bentang',
  trouble: 'Data belum dapat dimuat. Coba lagi, atau buka di Bentang.',
  again: 'Coba lagi',
  noMap: 'Peta tidak dapat digambar di perangkat ini. Tabel berisi jawaban yang sama.',
  stillMap: 'Di perangkat ini peta tidak dapat digeser atau diperbesar. Tabel berisi jawaban yang sama.',
  zoomIn: 'Perbesar peta',
  zoomOut: 'Perkecil peta',
  mapName:
    'Peta putusan per wilayah. Panah menggeser peta, tambah dan kurang mengubah skala. Tabel berisi jawaban yang sama.',
  wheel: 'Tekan Ctrl sambil menggulir untuk memperbesar peta',
  wheelMac: 'Tekan ⌘ sambil menggulir untuk memperbesar peta',
  fingers: 'Geser peta dengan dua jari',
}

const english: EmbedText = {
  locale: 'en-GB',
  title: ({ theme, region, period }) => `${theme[0]!.toUpperCase()}${theme.slice(1)} in ${region}, ${period}`,
  years: (period) => period.replace('/', '–'),
  units: { village: 'villages', district: 'districts', regency: 'regencies', island: 'islands' },
  asked: {
    gap: 'no partner yet',
    partial: 'only partly served',
    met: 'met',
    overlap: 'overlapping',
    coordinated: 'coordinated',
    partner_only: 'partner without a target',
    no_target: 'without target and partner',
    unreported: 'no report yet',
  },
  ofTargeted: (total, units) => `of ${total} ${units} with a target`,
  ofAll: (total, units) => `of ${total} ${units}`,
  noneTargeted: (units) => `no ${units} have a target in this period`,
  percent: (share) => `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`,
  sample: 'sample data',
  legend: 'Legend',
  wholeLegend: 'Whole legend',
  shortLegend: 'Short legend',
  chart: 'Year by year',
  bar: (year, figure) => `${year}: ${figure}`,
  silent: 'no report yet',
  list: (asked) => `List: ${asked}`,
  empty: 'None in this period.',
  more: (count) => `Show all (${count})`,
  table: 'Table',
  map: 'Map',
  code: 'Code',
  name: 'Name',
  within: 'Area',
  verdict: 'Verdict',
  source: 'Source: records of partners and departments in Bentang',
  indicative: 'Indicative boundaries',
  estimated: 'Estimated boundaries',
  updated: (date, version) => `Updated ${date}, data version ${version}`,
  open: 'Open in Bentang',
  loading: 'Loading data of Bentang',
  trouble: 'The data could not be loaded. Try again, or open it in Bentang.',
  again: 'Try again',
  noMap: 'The map cannot be drawn on this device. The table holds the same answer.',
  stillMap: 'On this device the map cannot be moved or enlarged. The table holds the same answer.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  mapName:
    'Map of verdicts by area. Arrow keys move the map, plus and minus change its scale. The table holds the same answer.',
  wheel: 'Press Ctrl while scrolling to zoom the map',
  wheelMac: 'Press ⌘ while scrolling to zoom the map',
  fingers: 'Move the map with two fingers',
}

export const EMBED_TEXT: { readonly [L in Language]: EmbedText } = { id: indonesian, en: english }
