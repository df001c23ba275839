import type { Language } from '../../../data/model/words.ts'

type ReportWords = {
  readonly areaKind: string
  readonly organisationKind: string
  readonly areaTitle: (names: readonly string[], more: number) => string
  readonly asOf: (date: string, version: string) => string
  readonly period: (period: string) => string
  readonly measured: (hectares: string) => string
  readonly repaired: string
  readonly areaCaption: string
  readonly workCaption: string
  readonly figures: string
  readonly villages: string
  readonly villagesOf: (names: string) => string
  readonly activities: string
  readonly activitiesOf: (period: string) => string
  readonly ownActivitiesOf: string
  readonly organisations: string
  readonly targets: string
  readonly themes: string
  readonly authority: string
  readonly agreements: string
  readonly sources: string
  readonly budget: string
  readonly people: string
  readonly stated: (known: string, of: string) => string
  readonly unknown: string
  readonly freshness: string
  readonly days: (days: string) => string
  readonly freshnessOf: (of: string, oldest: string) => string
  readonly completeness: string
  readonly completenessOf: (of: string) => string
  readonly ofActivities: (of: string) => string
  readonly none: string
  readonly wholes: string
  readonly inArea: string
  readonly unopened: string
  readonly columns: {
    readonly [C in
      | 'name'
      | 'within'
      | 'inside'
      | 'share'
      | 'title'
      | 'organisation'
      | 'status'
      | 'period'
      | 'theme'
      | 'verdict'
      | 'activities'
      | 'targets'
      | 'served'
      | 'year'
      | 'kind'
      | 'holder'
      | 'role'
      | 'villages'
      | 'stage'
      | 'end'
      | 'reported'
      | 'source']: string
  }
}

/** The words of written reports, whole in both languages. */
export const REPORT_WORDS: { readonly [L in Language]: ReportWords } = {
  id: {
    areaKind: 'Laporan wilayah',
    organisationKind: 'Laporan lembaga',
    areaTitle: (names, more) => `${names.join(', ')}${more > 0 ? ` dan ${more} desa lain` : ''}`,
    asOf: (date, version) => `Keadaan ${date}, ${version}`,
    period: (period) => `Periode ${period}`,
    measured: (hectares) => `Luas wilayah ${hectares} ha`,
    repaired: 'Bentuk yang digambar memotong dirinya sendiri dan sudah diperbaiki.',
    areaCaption: 'Garis merah: wilayah laporan ini.',
    workCaption: 'Merah: lokasi kegiatan dan desa yang disebut kegiatan.',
    figures: 'Angka',
    villages: 'Desa',
    villagesOf: (names) => `seluruhnya atau sebagian di dalam wilayah (${names})`,
    activities: 'Kegiatan',
    activitiesOf: (period) => `yang berjalan pada ${period}, masing-masing dihitung satu kali`,
    ownActivitiesOf: 'semua kegiatan umum yang menyebut lembaga ini',
    organisations: 'Lembaga pelaksana',
    targets: 'Target',
    themes: 'Tema',
    authority: 'Kewenangan dan kawasan',
    agreements: 'Perjanjian',
    sources: 'Sumber',
    budget: 'Anggaran',
    people: 'Penerima manfaat',
    stated: (known, of) => `disebut ${known} dari ${of} kegiatan`,
    unknown: 'tidak disebut',
    freshness: 'Umur laporan (tengah)',
    days: (days) => `${days} hari`,
    freshnessOf: (of, oldest) => `dari ${of} kegiatan; yang tertua ${oldest} hari`,
    completeness: 'Kelengkapan isian',
    completenessOf: (of) => `rata-rata ${of} catatan`,
    ofActivities: (of) => `dari ${of} kegiatan`,
    none: 'Tidak ada pada catatan yang terbuka untuk umum.',
    wholes: 'Anggaran dan penerima manfaat adalah milik seluruh kegiatan, juga bagiannya di luar wilayah.',
    inArea: 'Putusan menilai wilayah ini sebagai satu kesatuan.',
    unopened: 'Laporan ini hanya memuat catatan yang terbuka untuk umum.',
    columns: {
      name: 'Nama',
      within: 'Di',
      inside: 'Di dalam (ha)',
      share: 'Bagian',
      title: 'Judul',
      organisation: 'Lembaga',
      status: 'Keadaan',
      period: 'Waktu',
      theme: 'Tema',
      verdict: 'Putusan',
      activities: 'Kegiatan',
      targets: 'Target',
      served: 'Terlayani (ha)',
      year: 'Tahun',
      kind: 'Jenis',
      holder: 'Pemegang',
      role: 'Peran',
      villages: 'Desa',
      stage: 'Tahap',
      end: 'Berakhir',
      reported: 'Umur (hari)',
      source: 'Sumber dan tanggal',
    },
  },
  en: {
    areaKind: 'Report of an area',
    organisationKind: 'Report of an organisation',
    areaTitle: (names, more) => `${names.join(', ')}${more > 0 ? ` and ${more} more villages` : ''}`,
    asOf: (date, version) => `As of ${date}, ${version}`,
    period: (period) => `Period ${period}`,
    measured: (hectares) => `Area of ${hectares} ha`,
    repaired: 'The drawn shape crossed itself and has been mended.',
    areaCaption: 'Red outline: the area of this report.',
    workCaption: 'Red: sites of activities and villages that activities name.',
    figures: 'Figures',
    villages: 'Villages',
    villagesOf: (names) => `wholly or partly inside the area (${names})`,
    activities: 'Activities',
    activitiesOf: (period) => `active in ${period}, each counted once`,
    ownActivitiesOf: 'all public activities that name this organisation',
    organisations: 'Implementing organisations',
    targets: 'Targets',
    themes: 'Themes',
    authority: 'Authority and zones',
    agreements: 'Agreements',
    sources: 'Sources',
    budget: 'Budget',
    people: 'People reached',
    stated: (known, of) => `stated by ${known} of ${of} activities`,
    unknown: 'not stated',
    freshness: 'Age of reports (median)',
    days: (days) => `${days} days`,
    freshnessOf: (of, oldest) => `of ${of} activities; the oldest ${oldest} days`,
    completeness: 'Fields filled',
    completenessOf: (of) => `mean of ${of} records`,
    ofActivities: (of) => `of ${of} activities`,
    none: 'None on public record.',
    wholes: 'Budget and people reached are those of whole activities, their parts outside the area included.',
    inArea: 'Verdicts judge this area as one unit.',
    unopened: 'This report holds public records only.',
    columns: {
      name: 'Name',
      within: 'In',
      inside: 'Inside (ha)',
      share: 'Share',
      title: 'Title',
      organisation: 'Organisation',
      status: 'State',
      period: 'Time',
      theme: 'Theme',
      verdict: 'Verdict',
      activities: 'Activities',
      targets: 'Targets',
      served: 'Served (ha)',
      year: 'Year',
      kind: 'Kind',
      holder: 'Holder',
      role: 'Role',
      villages: 'Villages',
      stage: 'Stage',
      end: 'Ends',
      reported: 'Age (days)',
      source: 'Source and date',
    },
  },
}
