import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Dataset } from './dataset.ts'
import { metadataOf } from './facts.ts'
import { pagesOf } from './pages.ts'

/** RFC 7946; what the file says of itself stands in foreign members, one feature a line. */
export async function* writeGeojson(data: Dataset, signal: AbortSignal): AsyncGenerator<string> {
  yield `${JSON.stringify({ type: 'FeatureCollection', ...metadataOf(data) }).slice(0, -1)},"features":[`
  let between = '\n'
  for await (const page of pagesOf(data.features(), signal)) {
    yield between + page.map((feature) => JSON.stringify(feature)).join(',\n')
    between = ',\n'
  }
  yield '\n]}\n'
}

const RECORD_SEPARATOR = '\u001e'

/** One feature a line: a GeoJSON text sequence (RFC 8142) with record separators, or plain lines without them. */
export async function* writeGeojsonLines(
  data: Dataset,
  signal: AbortSignal,
  isSequence: boolean,
): AsyncGenerator<string> {
  const start = isSequence ? RECORD_SEPARATOR : ''
  const line = (feature: FeatureAnswer) => `${start}${JSON.stringify(feature)}\n`
  for await (const page of pagesOf(data.features(), signal)) yield page.map(line).join('')
}
