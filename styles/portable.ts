import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

/* The screen's layers in expressions that other readers of MapLibre styles know too: QGIS 3.22 reads no `case`, `step`, `coalesce` or `!`. */

type Json = string | number | boolean | null | readonly Json[]
type Values = Readonly<Record<string, Json>>
type Layer = {
  readonly id: string
  readonly filter?: Json
  readonly minzoom?: number
  readonly paint?: Values
  readonly layout?: Values
}

const isCall = (value: Json | undefined, name: string): value is readonly Json[] =>
  Array.isArray(value) && value[0] === name
const isSame = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of several properties that may name a feature, the first: what is drawn from tiles always has it. */
const firstOf = (value: Json): Json => {
  if (isCall(value, 'coalesce')) return firstOf(value[1]!)
  return Array.isArray(value) ? value.map(firstOf) : value
}

const all = (conditions: readonly (Json | undefined)[]): Json | undefined => {
  const flat = conditions.flatMap((one) => (isCall(one, 'all') ? one.slice(1) : [one]))
  const told = flat.filter((one): one is Json => one !== undefined && one !== true)
  return told.length > 1 ? ['all', ...told] : told[0]
}

const mapValues = (values: Values | undefined, change: (value: Json) => Json): Values | undefined =>
  values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))

const changed = (layer: Layer, change: (value: Json) => Json): Layer => ({
  ...layer,
  ...(layer.paint ? { paint: mapValues(layer.paint, change)! } : {}),
  ...(layer.layout ? { layout: mapValues(layer.layout, change)! } : {}),
})

const valuesOf = ({ paint, layout }: Layer): readonly Json[] => [
  ...Object.values(paint ?? {}),
  ...Object.values(layout ?? {}),
]

/** What a comparison for equality chooses between becomes two layers, the second for all that differs. */
const split = (layer: Layer): readonly Layer[] => {
  const found = valuesOf(layer).find((value) => isCall(value, 'case') && isCall(value[1], '=='))
  if (!found) return [layer]
  const condition = (found as readonly Json[])[1] as readonly Json[]
  const taking =
    (at: 2 | 3) =>
    (value: Json): Json => {
      if (isCall(value, 'case') && isSame(value[1], condition)) return value[at]!
      return Array.isArray(value) ? value.map(taking(at)) : value
    }
  const part = (at: 2 | 3, filter: Json): Layer => ({
    ...changed(layer, taking(at)),
    filter: all([layer.filter, filter])!,
  })
  return [part(2, condition), { ...part(3, ['!=', condition[1]!, condition[2]!]), id: `${layer.id}-others` }].flatMap(
    split,
  )
}

/** Every choice by a property in a value, wherever it stands. */
const matchesIn = (value: Json): readonly (readonly Json[])[] => {
  if (!Array.isArray(value)) return []
  return [...(isCall(value, 'match') ? [value] : []), ...value.flatMap(matchesIn)]
}

const chosen =
  (input: Json, label: Json | null) =>
  (value: Json): Json => {
    if (!isCall(value, 'match') || !isSame(value[1], input))
      return Array.isArray(value) ? value.map(chosen(input, label)) : value
    const at = value.findIndex((one, place) => place > 1 && place % 2 === 0 && [one].flat().includes(label))
    return at > 0 && at < value.length - 1 ? value[at + 1]! : value.at(-1)!
  }

/** A dash without a gap is a whole line. */
const undashed = (layer: Layer): Layer => {
  const dash = layer.paint?.['line-dasharray']
  const steps = isCall(dash, 'literal') ? dash[1]! : dash
  if (steps === undefined) return layer
  const { 'line-dasharray': _, ...whole } = layer.paint!
  const isWhole = Array.isArray(steps) && steps[1] === 0
  return { ...layer, paint: isWhole ? whole : { ...whole, 'line-dasharray': steps } }
}

/** What looks different by a property becomes a layer for each look, so that a reader's own legend names them too. */
const byLook = (layer: Layer): readonly Layer[] => {
  const matches = valuesOf(layer).flatMap(matchesIn)
  const input = matches[0]?.[1]
  if (input === undefined) return [layer]
  const own = matches.filter((match) => isSame(match[1], input))
  const labels = [...new Set(own.flatMap((match) => match.slice(2, -1).filter((_, at) => at % 2 === 0)).flat())]
  const lookOf = (label: Json | null) => changed(layer, chosen(input, label))
  const usual = lookOf(null)
  const looks = new Map<string, Json[]>()
  for (const label of labels) {
    const look = JSON.stringify(lookOf(label))
    if (look !== JSON.stringify(usual)) looks.set(look, [...(looks.get(look) ?? []), label])
  }
  const differing = [...looks.values()].flat()
  return [
    ...[...looks.values()].map((some) => ({
      ...lookOf(some[0]!),
      id: `${layer.id}-${some.join('-')}`,
      filter: all([layer.filter, ['match', input, some, true, false]])!,
    })),
    { ...usual, filter: all([layer.filter, ...differing.map((label) => ['!=', input, label])])! },
  ].map(undashed)
}

/** A text that begins at a zoom is a layer that begins there. */
const begun = (layer: Layer): Layer => {
  const text = layer.layout?.['text-field']
  if (!isCall(text, 'step') || text.length !== 5) return layer
  const [, , before, zoom, after] = text
  if (before !== '' && !isSame(before, after)) return layer
  const layout = { ...layer.layout, 'text-field': after! }
  return before === '' ? { ...layer, layout, minzoom: Number(zoom) } : { ...layer, layout }
}

/** Layers as they are on the screen, without those whose picture only the screen has; equal on the map. */
export const portable = (layers: readonly LayerSpecification[]): LayerSpecification[] =>
  (layers as readonly unknown[] as readonly Layer[])
    .filter(({ paint }) => paint?.['fill-pattern'] === undefined)
    .flatMap((layer) => {
      const { filter: given, ...rest } = changed(layer, firstOf)
      const filter = given === undefined ? undefined : all([firstOf(given)])
      return split(filter === undefined ? rest : { ...rest, filter }).flatMap(byLook)
    })
    .map(begun) as readonly unknown[] as LayerSpecification[]
