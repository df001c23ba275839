import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'

type Drawn = Extract<LayerSpecification, { readonly type: 'fill' | 'line' | 'circle' }>
const isDrawn = (layer: LayerSpecification): layer is Drawn =>
  layer.type === 'fill' || layer.type === 'line' || layer.type === 'circle'

/** An area stands for every shape: it is filled, has an edge, and corners to draw circles on. */
export const rehearsedShape = (lng: number, lat: number) => {
  const [x, y] = [lng, lat]
  const ring = [
    [x, y],
    [x + 0.01, y],
    [x, y + 0.01],
    [x, y],
  ]
  // What our expressions read without asking whether it is there.
  const properties = { status: 'ongoing', kind: 'other_use' }
  return { type: 'Feature' as const, properties, geometry: { type: 'Polygon' as const, coordinates: [ring] } }
}

const isOfFeature = /"(get|feature-state)"/
const isOfZoom = /"zoom"/

/** Whether the graphics card is told a value once, by feature, or by feature and zoom; each needs a program of its own. */
const wayOf = (value: unknown): string => {
  const text = JSON.stringify(value)
  if (!isOfFeature.test(text)) return 'once'
  return isOfZoom.test(text) ? 'feature and zoom' : 'feature'
}

/** Layers of one kind are drawn by one program. */
export const programOf = ({ type, paint = {} }: Drawn): string => {
  const ways = Object.entries(paint).flatMap(([name, value]) => {
    if (name === 'fill-antialias') return value === false ? [name] : []
    if (name.endsWith('-pattern') || name === 'line-dasharray') return [`${name} ${wayOf(value)}`]
    const way = wayOf(value)
    return way === 'once' ? [] : [`${name} ${way}`]
  })
  return [type, ...ways.sort()].join(', ')
}

/** Layers that draw one shape by each program that these layers need, other than those that are ready. */
export const rehearsalOf = (
  layers: readonly LayerSpecification[],
  source: string,
  ready: ReadonlySet<string>,
): ReadonlyMap<string, LayerSpecification> => {
  const wanted = new Map<string, LayerSpecification>()
  for (const layer of layers) {
    if (!isDrawn(layer)) continue
    const program = programOf(layer)
    if (ready.has(program) || wanted.has(program)) continue
    const opacity = `${layer.type}-opacity`
    const paint = Object.fromEntries(
      Object.entries(layer.paint ?? {}).flatMap(([name, value]) => {
        if (name.endsWith('-transition') || name === 'fill-layer-opacity') return []
        // What is not seen is not drawn.
        return [[name, name === opacity && typeof value === 'number' ? 1 : value]]
      }),
    )
    wanted.set(program, { id: `${source}-${wanted.size}`, type: layer.type, source, paint } as LayerSpecification)
  }
  return wanted
}
