import { LAYERS } from '../../data/layers/index.ts'
import type { LayerSpec } from '../../data/layers/layer.ts'
import type { Reader } from '../pages/page.ts'
import { PAGE_WORDS } from '../pages/page_words.ts'
import { dcatOf } from './dcat.ts'
import { datasetFacts, type METADATA, yearsOf } from './facts.ts'
import { iso19139Of } from './iso19139.ts'
import { satuDataOf } from './satu_data.ts'

const pretty = (data: object): string => `${JSON.stringify(data, null, 2)}\n`

/** The record of a layer, as a file. */
export const metadataText = async (layer: LayerSpec, form: keyof typeof METADATA, reader: Reader): Promise<string> => {
  const facts = datasetFacts(layer, await yearsOf(reader), reader)
  return form === 'iso19139' ? iso19139Of(facts) : pretty(satuDataOf(facts))
}

/** The catalogue of all layers, as a file. */
export const catalogueText = async (reader: Reader): Promise<string> => {
  const years = await yearsOf(reader)
  const datasets = LAYERS.map((layer) => datasetFacts(layer, years, reader))
  return pretty(dcatOf(PAGE_WORDS.name, PAGE_WORDS.about, datasets, reader.site.base))
}
