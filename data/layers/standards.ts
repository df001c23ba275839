import type { Words } from '../model/words.ts'
import type { LayerField, LayerId } from './layer.ts'

/** What a column means: the concept is its label, the classification its values (standar data, Perpres 39/2019). */
export type FieldStandard = { readonly definition: Words; readonly measure?: Words; readonly unit?: Words }

const words = (id: string, en: string): Words => ({ id, en })
const of = (id: string, en: string): FieldStandard => ({ definition: words(id, en) })
const AREA = { measure: words('luas', 'area'), unit: words('hektare', 'hectare') }
const MONEY = { measure: words('nilai uang', 'amount of money'), unit: words('rupiah', 'rupiah') }
const hectares = (id: string, en: string): FieldStandard => ({ ...of(id, en), ...AREA })

const STANDARDS: Readonly<Record<string, FieldStandard>> = {
  id: of('Pengenal tetap baris ini di Bentang', 'Lasting identifier of this row in Bentang'),
  title: of('Judul atau nama baris ini', 'Title or name of this row'),
  name: of('Nama resmi, atau nama menurut pencatatnya', 'Official name, or the name given by who keeps the record'),
  code: of(
    'Kode wilayah administrasi pemerintahan menurut Kemendagri, bertitik',
    'Dotted code of the administrative area by the Ministry of Home Affairs',
  ),
  codes: of(
    'Kode Kemendagri tempat-tempat yang disebut catatan ini',
    'Kemendagri codes of the places that the record names',
  ),
  region: of('Kode Kemendagri kabupaten', 'Kemendagri code of the regency'),
  district: of('Nama kecamatan tempat desa ini berada', 'Name of the district that the village lies in'),
  village: of('Nama desa tempat pulau ini tercatat', 'Name of the village that the island is listed under'),
  populated: of(
    'Apakah pulau ini berpenduduk menurut daftar pulau resmi',
    'Whether the official list calls it populated',
  ),
  outermost: of(
    'Apakah pulau ini termasuk pulau kecil terluar menurut daftar resmi',
    'Whether the official list counts it among the outermost small islands',
  ),
  areaHa: hectares('Luas di atas elipsoid WGS 84', 'Area on the WGS 84 ellipsoid'),
  areaHaReported: hectares('Luas sebagaimana ditulis sumbernya', 'Area as its source states it'),
  targetHa: hectares('Luas kawasan target di unit ini', 'Area of the target within the unit'),
  shortHa: hectares('Bagian kawasan target yang belum terlayani', 'Part of the target area that nobody serves yet'),
  themes: of('Tema program lintas urusan', 'Themes of cross-cutting programmes'),
  theme: of('Tema yang dinilai', 'The theme that is judged'),
  organisations: of('Pengenal lembaga yang terlibat', 'Identifiers of the organisations that take part'),
  status: of('Keadaan pelaksanaan kegiatan', 'How far the activity is'),
  start: of('Hari pertama masa berlaku atau pelaksanaan', 'First day of the period'),
  end: of('Hari terakhir; kosong berarti belum ditentukan', 'Last day; empty where it is open'),
  period: of('Tahun yang dinilai', 'The years that are judged'),
  year: { ...of('Tahun target harus tercapai', 'The year the target is due'), unit: words('tahun', 'year') },
  budgetIdr: {
    ...of('Anggaran seluruh kegiatan atau target, tidak dibagi menurut lokasi', 'Budget of the whole, never per site'),
    ...MONEY,
  },
  beneficiaries: {
    ...of('Orang yang menerima manfaat seluruh kegiatan', 'People reached by the whole activity'),
    measure: words('jumlah', 'count'),
    unit: words('orang', 'person'),
  },
  indicator: of('Hal yang diukur oleh target', 'What the target measures'),
  value: {
    ...of('Nilai yang harus dicapai', 'The value to be reached'),
    unit: words('menurut kolom unit', 'as the column unit says'),
  },
  unit: of('Satuan nilai target', 'Unit of the target value'),
  measure: of('Cara ketercapaian target dihitung', 'How the target is counted as reached'),
  origin: of(
    'Asal catatan: bersumber, contoh, atau masukan',
    'Where the record comes from: sourced, sample or entered',
  ),
  verification: of('Keadaan pemeriksaan oleh Sekber', 'State of the review by Sekber'),
  confirmed: of('Hari terakhir pencatatnya membenarkan isi', 'The last day somebody stood by the record'),
  level: of('Tingkat unit yang dinilai', 'Level of the unit that is judged'),
  within: of('Wilayah yang memuat unit ini', 'The place that holds the unit'),
  verdict: of('Putusan atas target dan kegiatan di unit ini', 'Verdict on targets and activities in the unit'),
  activities: of('Pengenal kegiatan yang menjangkau unit', 'Identifiers of activities that reach the unit'),
  targets: of('Pengenal target yang berlaku di unit', 'Identifiers of targets that hold in the unit'),
  kind: of('Jenis menurut daftar lapisan ini', 'Kind by the list of this layer'),
  stage: of('Tahap penyusunan kesepakatan', 'Stage of the agreement'),
  holder: of('Lembaga yang berwenang di kawasan ini', 'Who has authority over the area'),
  decree: of('Keputusan yang menetapkan kawasan ini', 'The decree that established the area'),
  owner: of('Lembaga penanggung jawab', 'The organisation responsible'),
}

/** Where a name means something else in one layer. */
const OF_LAYER: { readonly [L in LayerId]?: Readonly<Record<string, FieldStandard>> } = {
  agreements: { kind: of('Bentuk hukum kesepakatan', 'Legal form of the agreement') },
}

/** Every column has one; a column without a definition may not be published. */
export const standardOf = (layer: LayerId, { name }: LayerField): FieldStandard => {
  const standard = OF_LAYER[layer]?.[name] ?? STANDARDS[name]
  if (!standard)
    throw new Error(`Column "${name}" of layer "${layer}" has no definition; write it in data/layers/standards.ts.`)
  return standard
}
