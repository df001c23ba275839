import type { Geometry } from 'geojson'

/** An expression as CQL2 JSON writes it (OGC 21-065r2); text is read into the same shape. */
export type Expression =
  | string
  | number
  | boolean
  | { readonly property: string }
  | { readonly date: string }
  | { readonly timestamp: string }
  | { readonly interval: readonly Expression[] }
  | { readonly bbox: readonly number[] }
  | { readonly op: string; readonly args: readonly Expression[] }
  | readonly Expression[]
  | Geometry

export const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]
export const isComparison = (op: string): op is Comparison => (COMPARISONS as readonly string[]).includes(op)

export const SPATIAL = [
  's_intersects',
  's_disjoint',
  's_within',
  's_contains',
  's_equals',
  's_touches',
  's_crosses',
  's_overlaps',
] as const
export type SpatialOp = (typeof SPATIAL)[number]

export const TEMPORAL = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedby',
  't_finishes',
  't_intersects',
  't_meets',
  't_metby',
  't_overlappedby',
  't_overlaps',
  't_startedby',
  't_starts',
] as const
export type TemporalOp = (typeof TEMPORAL)[number]

export const ARRAYS = ['a_contains', 'a_containedby', 'a_equals', 'a_overlaps'] as const
export type ArrayOp = (typeof ARRAYS)[number]

/** Functions that make one text of another. */
export const FOLDS = ['casei', 'accenti'] as const

/** No filter that a person or a client writes comes near these; they keep a hostile one from taking long. */
export const LIMITS = { length: 20_000, depth: 40, parts: 2_000, positions: 10_000 } as const
