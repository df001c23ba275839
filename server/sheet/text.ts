import type { BoundaryStatus } from '../../data/model/answers.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Language } from '../../data/model/words.ts'
import { numberText } from './numbers.ts'

type SheetText = {
  readonly version: (seq: number) => string
  readonly boundaries: { readonly [K in BoundaryStatus['kind']]: string }
  readonly sample: string
  readonly sampleBadge: string
  readonly ask: { readonly [K in VerdictKind]: string }
  readonly ofTargeted: (total: string, units: string, share: string) => string
  readonly ofAll: (total: string, units: string, share: string) => string
  readonly noneTargeted: (units: string) => string
  readonly legend: string
  readonly scale: string
  readonly scaleHere: string
  readonly north: string
  readonly inset: (region: string, within: string) => string
  readonly title: (theme: string, region: string, period: string) => string
  readonly source: string
  readonly sourceLine: (date: string, version: string) => string
  readonly projection: string
  readonly boundaryLine: { readonly [K in BoundaryStatus['kind']]: string }
  readonly author: (name: string) => string
  readonly address: string
  readonly only: (names: string) => string
}

/** Shore and rivers under every map. */
export const BASE_ATTRIBUTION = 'GSHHG 2.3.7, WDBII (LGPL)'

/** The words of printed things, whole in both languages. */
export const SHEET_TEXT: { readonly [L in Language]: SheetText } = {
  id: {
    version: (seq) => `versi data ${numberText(seq, 'id')}`,
    boundaries: { indicative: 'batas indikatif', estimated: 'batas perkiraan' },
    sample: 'memuat data contoh',
    sampleBadge: 'Data contoh',
    ask: {
      gap: 'belum ada mitra',
      partial: 'baru sebagian terlayani',
      met: 'sudah terpenuhi',
      overlap: 'tumpang tindih',
      coordinated: 'sudah terkoordinasi',
      partner_only: 'ada mitra tanpa target',
      no_target: 'tanpa target dan tanpa mitra',
      unreported: 'belum ada laporan',
    },
    ofTargeted: (total, units, share) => `dari ${total} ${units} bertarget (${share})`,
    ofAll: (total, units, share) => `dari ${total} ${units} (${share})`,
    noneTargeted: (units) => `belum ada ${units} bertarget pada periode ini`,
    legend: 'Keterangan',
    scale: 'Skala',
    scaleHere: 'berlaku di tengah peta',
    north: 'U',
    inset: (region, within) => `Letak ${region} di ${within}`,
    title: (theme, region, period) => `${theme} di ${region}, ${period}`,
    source: 'Sumber',
    sourceLine: (date, version) => `Catatan mitra dan perangkat daerah di Bentang, keadaan ${date}, ${version}`,
    projection: 'Proyeksi Mercator Web (EPSG:3857), garis lintang dan bujur WGS 84',
    boundaryLine: {
      indicative: 'Batas wilayah indikatif, bukan batas hukum',
      estimated: 'Batas wilayah perkiraan dari titik desa, bukan batas hukum',
    },
    author: (name) => `Penyusun: ${name}`,
    address: 'Alamat peta ini',
    only: (names) => `Hanya ditampilkan: ${names}`,
  },
  en: {
    version: (seq) => `data version ${numberText(seq, 'en')}`,
    boundaries: { indicative: 'indicative boundaries', estimated: 'estimated boundaries' },
    sample: 'contains sample data',
    sampleBadge: 'Sample data',
    ask: {
      gap: 'without a partner',
      partial: 'only partly served',
      met: 'met by one partner',
      overlap: 'overlapping',
      coordinated: 'coordinated',
      partner_only: 'with a partner but no target',
      no_target: 'without target and partner',
      unreported: 'without any report',
    },
    ofTargeted: (total, units, share) => `of ${total} ${units} with a target (${share})`,
    ofAll: (total, units, share) => `of ${total} ${units} (${share})`,
    noneTargeted: (units) => `no ${units} with a target in this period yet`,
    legend: 'Legend',
    scale: 'Scale',
    scaleHere: 'true at the middle of the map',
    north: 'N',
    inset: (region, within) => `Where ${region} lies in ${within}`,
    title: (theme, region, period) => `${theme} in ${region}, ${period}`,
    source: 'Source',
    sourceLine: (date, version) => `Records of partners and departments in Bentang as of ${date}, ${version}`,
    projection: 'Web Mercator projection (EPSG:3857), parallels and meridians of WGS 84',
    boundaryLine: {
      indicative: 'Boundaries are indicative, not legal boundaries',
      estimated: 'Boundaries are estimated from village points, not legal boundaries',
    },
    author: (name) => `Author: ${name}`,
    address: 'Address of this map',
    only: (names) => `Shown only: ${names}`,
  },
}
