import { licenceAddress } from '../metadata/facts.ts'
import type { Dataset } from './dataset.ts'

export type Fact = { readonly id: string; readonly en: string; readonly value: string | number }

/** What a file says of itself wherever its form has a place for it, in reading order. */
export const factsOf = (data: Dataset): readonly Fact[] => [
  { id: 'Judul', en: 'Title', value: `${data.title.id} / ${data.title.en}` },
  { id: 'Isi', en: 'Contents', value: `${data.about.id} / ${data.about.en}` },
  { id: 'Jumlah', en: 'Count', value: data.count },
  { id: 'Dari seluruhnya', en: 'Out of', value: data.of },
  { id: 'Per tanggal', en: 'As of', value: data.asOf.time },
  { id: 'Entri jurnal', en: 'Journal entry', value: data.asOf.seq },
  {
    id: 'Saringan',
    en: 'Filters',
    value: data.filters.map(({ name, value }) => `${name}=${value}`).join('; ') || 'tanpa / none',
  },
  { id: 'Lisensi', en: 'Licence', value: `${data.license}, ${licenceAddress(data.license)}` },
  { id: 'Atribusi', en: 'Attribution', value: data.attribution },
  { id: 'Sumber', en: 'Source', value: data.source },
]

export const factsText = (data: Dataset): string =>
  factsOf(data)
    .map(({ id, en, value }) => `${id} / ${en}: ${value}`)
    .join('\n')

/** The same for programs: members of a GeoJSON document, keys of a Parquet file, and the answer at `.json`. */
export const metadataOf = (data: Dataset) => ({
  name: data.id,
  title: data.title,
  description: data.about,
  numberMatched: data.count,
  numberTotal: data.of,
  asOf: data.asOf,
  filters: Object.fromEntries(data.filters.map(({ name, value }) => [name, value])),
  license: data.license,
  licenseUrl: licenceAddress(data.license),
  attribution: data.attribution,
  source: data.source,
  columns: data.fields,
})
