import type { LayerField, LayerSpec } from '../../data/layers/layer.ts'

/** What a filter may name: the columns of a layer, and the geometry under this name. */
export const GEOMETRY = 'geometry'

export type Queryables = ReadonlyMap<string, LayerField['type'] | 'geometry'>

export const queryablesOf = ({ fields }: Pick<LayerSpec, 'fields'>): Queryables =>
  new Map([...fields.map(({ name, type }) => [name, type] as const), [GEOMETRY, 'geometry'] as const])
