import { standardOf } from '../../data/layers/standards.ts'
import type { DatasetFacts } from './facts.ts'

const FREQUENCY = {
  reference: 'menurut rilis sumbernya',
  records: 'setiap ada catatan baru',
  analysis: 'setiap ada catatan baru',
} as const

/** Columns that hold Kemendagri codes: the keys by which data of others is joined to this. */
const KEYS = ['code', 'codes', 'region']

/**
 * The record of a layer as Satu Data Indonesia asks for it (Perpres 39/2019): metadata, reference codes, and the standard of
 * each column as concept, definition, classification, measure and unit. The words are Indonesian, as the regulation's are.
 */
export const satuDataOf = (facts: DatasetFacts): object => {
  const { layer, box, years } = facts
  const keys = layer.fields.filter(({ name }) => KEYS.includes(name)).map(({ name }) => name)
  return {
    metadata: 'Satu Data Indonesia (Perpres 39/2019)',
    pengenal: layer.id,
    judul: layer.title.id,
    deskripsi: layer.about.id,
    bahasa: 'id',
    produsenData:
      layer.family === 'reference' ? layer.attribution : 'Mitra dan perangkat daerah yang mencatat di Bentang',
    penerbit: facts.publisher,
    atribusi: layer.attribution,
    lisensi: { nama: layer.license, alamat: facts.licence },
    jenisGeometri: layer.geometry,
    sistemKoordinat: 'WGS 84 (OGC:CRS84), bujur lalu lintang',
    kodeReferensi: [
      {
        nama: 'Kode wilayah administrasi pemerintahan dan pulau',
        acuan: 'Kepmendagri 300.2.2-2430/2025',
        penerbit: 'Kementerian Dalam Negeri',
        bentuk: 'bertitik: 61, 61.05, 61.05.01, 61.05.01.2007; pulau 61.11.40034',
        kolom: keys,
      },
    ],
    cakupanWilayah: {
      kabupaten: facts.regencies.map(({ code, name }) => ({ kode: code, nama: name })),
      ...(box ? { kotak: { barat: box[0], selatan: box[1], timur: box[2], utara: box[3] } } : {}),
    },
    ...(years ? { cakupanWaktu: { mulai: years[0], selesai: years[1] } } : {}),
    frekuensiPemutakhiran: FREQUENCY[layer.family],
    diperbarui: facts.modified,
    versi: facts.version,
    standarData: layer.fields.map((field) => {
      const { definition, measure, unit } = standardOf(layer.id, field)
      return {
        kolom: field.name,
        tipe: field.type,
        konsep: field.label.id,
        definisi: definition.id,
        klasifikasi: field.values ?? null,
        ukuran: measure?.id ?? null,
        satuan: unit?.id ?? null,
      }
    }),
    halaman: facts.page('id'),
    distribusi: facts.distributions.map(({ href, type, label }) => ({ nama: label, jenisMedia: type, alamat: href })),
  }
}
