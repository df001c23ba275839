import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { CsvPlaces } from '../../data/model/export_format.ts'
import { writeLines } from '../formats/csv.ts'
import { cellOf, middleOf } from '../formats/feature_cells.ts'
import { wktOf } from '../formats/wkt.ts'
import type { Dataset } from './dataset.ts'
import { pagesOf } from './pages.ts'

const PLACE_COLUMNS: { readonly [P in CsvPlaces]: readonly string[] } = {
  lnglat: ['lng', 'lat'],
  wkt: ['wkt'],
  both: ['lng', 'lat', 'wkt'],
  none: [],
}

const placeCells = ({ geometry }: FeatureAnswer, places: CsvPlaces): (string | number)[] => {
  const { lng, lat } = middleOf(geometry) ?? { lng: '', lat: '' }
  const at: Readonly<Record<string, () => string | number>> = {
    lng: () => lng,
    lat: () => lat,
    wkt: () => (geometry ? wktOf(geometry) : ''),
  }
  return PLACE_COLUMNS[places].map((column) => at[column]!())
}

/** The columns of the data and nothing else: what the file is about stands at its address with `.json`. */
export async function* writeCsv(data: Dataset, places: CsvPlaces, signal: AbortSignal): AsyncGenerator<string> {
  const names = data.fields.map(({ name }) => name)
  yield writeLines([[...names, ...PLACE_COLUMNS[places]]])
  for await (const page of pagesOf(data.features(), signal))
    yield writeLines(
      page.map((feature) => [...names.map((name) => cellOf(feature.properties[name])), ...placeCells(feature, places)]),
    )
}
