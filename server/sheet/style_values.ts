import {
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
} from '@maplibre/maplibre-gl-style-spec'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Colour } from '../../styles/palette.ts'
import type { Shape } from './shapes.ts'

/** A colour of the style, its own transparency aside. */
export type Ink = { readonly colour: Colour; readonly opacity: number }
export type StyleLayer = Extract<LayerSpecification, { readonly 'source-layer'?: string }>

const TYPES = { Point: 1, LineString: 2, Polygon: 3 } as const

type Evaluated = { readonly r: number; readonly g: number; readonly b: number; readonly a: number }

const hex = (share: number): string =>
  Math.round(Math.min(1, Math.max(0, share)) * 255)
    .toString(16)
    .padStart(2, '0')

/** The style's colours are evaluated with their opacity multiplied in. */
const inkOf = ({ r, g, b, a }: Evaluated): Ink =>
  a === 0 ? { colour: '#000000', opacity: 0 } : { colour: `#${hex(r / a)}${hex(g / a)}${hex(b / a)}`, opacity: a }

/** Reads a style layer at one zoom as the map does: the same expressions, evaluated by the same library. */
export const readLayer = (layer: StyleLayer, zoom: number) => {
  const expressions = new Map<string, ReturnType<typeof normalizePropertyExpression>>()
  const specOf = (group: 'paint' | 'layout', name: string) =>
    (latest as unknown as Record<string, Record<string, { default?: unknown }>>)[`${group}_${layer.type}`]?.[name]
  const expressionOf = (group: 'paint' | 'layout', name: string) => {
    const known = expressions.get(name)
    if (known) return known
    const spec = specOf(group, name)
    const given = (layer[group] as Record<string, unknown> | undefined)?.[name] ?? spec?.default
    const made = normalizePropertyExpression(given as never, name, spec as never)
    expressions.set(name, made)
    return made
  }
  const has = (group: 'paint' | 'layout', name: string): boolean =>
    (layer[group] as Record<string, unknown> | undefined)?.[name] !== undefined
  const filter = featureFilter(layer.filter, 'filter')
  const featureOf = ({ type, properties }: Shape) => ({ type: TYPES[type], properties })
  const value = <T>(
    group: 'paint' | 'layout',
    name: string,
    shape: Shape | null,
    verdict: VerdictKind | undefined = undefined,
  ): T =>
    expressionOf(group, name).evaluate(
      { zoom },
      shape ? featureOf(shape) : { type: 0, properties: {} },
      verdict === undefined ? {} : { verdict },
      undefined,
      [],
    ) as T

  return {
    passes: (shape: Shape): boolean => filter.filter({ zoom }, featureOf(shape)),
    has,
    number: (group: 'paint' | 'layout', name: string, shape: Shape | null, verdict?: VerdictKind): number =>
      value<number>(group, name, shape, verdict),
    text: (group: 'paint' | 'layout', name: string, shape: Shape | null): string =>
      String(value<unknown>(group, name, shape) ?? ''),
    list: (group: 'paint' | 'layout', name: string, shape: Shape | null): readonly unknown[] => {
      const found = value<unknown>(group, name, shape)
      if (Array.isArray(found)) return found
      return found && typeof found === 'object' && 'values' in found ? (found.values as unknown[]) : []
    },
    ink: (name: string, shape: Shape | null, verdict?: VerdictKind): Ink =>
      inkOf(value<Evaluated>('paint', name, shape, verdict)),
  }
}

export type ReadLayer = ReturnType<typeof readLayer>
