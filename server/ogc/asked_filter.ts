import type { LayerSpec } from '../../data/layers/layer.ts'
import { type Filter, openFilter } from '../cql2/filter.ts'
import { queryablesOf } from '../cql2/queryables.ts'
import { type FilterLanguage, readFilter } from '../cql2/read.ts'
import { badRequest, quote } from '../problems.ts'
import { type Crs, unprojected } from './crs.ts'

export type AskedFilter = {
  readonly text: string | undefined
  readonly language: FilterLanguage
  readonly crs: Crs
  /** Parameters that bear the name of a property, and what it shall be. */
  readonly equal: ReadonlyMap<string, string>
}

/** Names of the parameters that ask a property to be something. */
export const equalNames = (layer: LayerSpec): readonly string[] => layer.fields.map(({ name }) => name)

const equality = (name: string, text: string, type: LayerSpec['fields'][number]['type']): unknown => {
  const property = { property: name }
  switch (type) {
    case 'strings':
      return { op: 'a_contains', args: [property, [text]] }
    case 'integer':
    case 'number':
      if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return { op: '=', args: [property, Number(text)] }
      break
    case 'boolean':
      if (text === 'true' || text === 'false') return { op: '=', args: [property, text === 'true'] }
      break
    default:
      return { op: '=', args: [property, text] }
  }
  throw badRequest({
    id: `Parameter ${quote(name)} berisi ${quote(text)}. Isi dengan ${type === 'boolean' ? 'true atau false' : 'bilangan'}.`,
    en: `Parameter ${quote(name)} is ${quote(text)}. Give ${type === 'boolean' ? 'true or false' : 'a number'}.`,
  })
}

/** The filter that an address asks for; null where it asks for none. */
export const openAskedFilter = async (
  layer: LayerSpec,
  { text, language, crs, equal }: AskedFilter,
): Promise<Filter | null> => {
  const expressions = layer.fields.flatMap(({ name, type }) => {
    const wanted = equal.get(name)
    return wanted === undefined ? [] : [equality(name, wanted, type)]
  })
  if (text !== undefined) expressions.push(readFilter(text, language))
  if (expressions.length === 0) return null
  return openFilter(expressions, queryablesOf(layer), (geometry) => unprojected(geometry, crs))
}
