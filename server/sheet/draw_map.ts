import { setImmediate } from 'node:timers/promises'
import { LAYERS, layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { View } from '../../data/view/view.ts'
import { FONT } from '../../styles/labels.ts'
import { PALETTES, type Palette, type PaletteName } from '../../styles/palette.ts'
import { unitTileset } from '../../styles/sources.ts'
import { mapStyle } from '../../styles/style.ts'
import { drawnVerdicts, type Subject, targetedUnits } from '../../styles/subject.ts'
import type { World } from '../world.ts'
import { boundsOfFrame, type Frame } from './camera.ts'
import { boxRing, type Item } from './display.ts'
import { placeNames } from './names.ts'
import { type Painting, paintIcons, paintLayer } from './paint.ts'
import { createPlacer, type Placer } from './place_shapes.ts'
import { createRoom, type Room } from './room.ts'
import type { Shape } from './shapes.ts'
import type { Sources } from './sources.ts'
import { readLayer, type StyleLayer } from './style_values.ts'

export type MapAsked = {
  readonly view: View
  readonly coverage: CoverageAnswer
  readonly palette: PaletteName
  readonly frame: Frame
  /** Detail below it is left out, in pixels. */
  readonly finestPx?: number
  /** What already stands on the map, so that names make room for it. */
  readonly room?: Room
}

const FACES = { origin: '', fonts: { medium: FONT.medium, semibold: FONT.semibold, water: FONT.water } } as const

const styleOf = ({ view, coverage }: MapAsked, palette: Palette, { boundaries }: World) =>
  mapStyle({
    palette,
    subject: view,
    estimated: boundaries.kind === 'estimated',
    among: null,
    targeted: targetedUnits(coverage),
    arrived: true,
    still: true,
    selected: view.selection,
    assets: FACES,
  }).layers

const isInZoom = ({ minzoom = 0, maxzoom = 24 }: { minzoom?: number; maxzoom?: number }, zoom: number): boolean =>
  zoom >= minzoom && zoom < maxzoom

const verdictsBy = ({ view, coverage }: MapAsked) => {
  const drawn = drawnVerdicts(view, coverage)
  const tileset = unitTileset(view.level)
  return (source: string) =>
    (shape: Shape): VerdictKind | undefined =>
      source === tileset ? drawn.get(String(shape.properties.code ?? shape.properties.id)) : undefined
}

type Part = { readonly layer: StyleLayer; readonly shapes: readonly Shape[] }

/** Which of the shown layers bring anything: those whose source has something. */
const gatherParts = async (layers: readonly StyleLayer[], sources: Sources, zoom: number): Promise<readonly Part[]> => {
  const parts: Part[] = []
  for (const layer of layers) {
    if (layer.layout?.visibility === 'none' || !isInZoom(layer, zoom)) continue
    parts.push({ layer, shapes: await sources(layer.source, layer['source-layer'] ?? layer.source) })
  }
  return parts
}

/** What is on the map: of each keyed layer the values seen, of the others their own id. */
export type DrawnMap = { readonly items: readonly Item[]; readonly classes: ReadonlySet<string> }

/** The name of a legend entry among the classes. */
export const classOf = (layer: LayerId, value: string): string => (layerOf(layer).keyedBy ? `${layer} ${value}` : layer)

const GATHERED = 'cluster'

const classesIn = (parts: readonly Part[], placer: Placer, zoom: number): ReadonlySet<string> => {
  const classes = new Set<string>()
  for (const { layer, shapes } of parts) {
    const spec = LAYERS.find(({ id }) => id === layer.source)
    if (!spec) continue
    const { passes } = readLayer(layer, zoom)
    for (const shape of shapes) {
      if (!passes(shape) || placer.paths(shape).length === 0) continue
      const several = Number(shape.properties.count ?? 1) > 1
      classes.add(classOf(spec.id, several ? GATHERED : String(shape.properties[spec.keyedBy ?? ''] ?? '')))
    }
  }
  return classes
}

/** The map of a view as items of a frame: what the screen's style says, evaluated here, with names that make room for each other. */
export const drawMap = async (
  world: World,
  asked: MapAsked,
  sources: (subject: Subject, bounds: ReturnType<typeof boundsOfFrame>, zoom: number) => Sources,
): Promise<DrawnMap> => {
  const { view, frame, finestPx } = asked
  const palette = PALETTES[asked.palette]
  const { zoom } = frame.camera
  const layers = styleOf(asked, palette, world)
  const background = layers.find(({ type }) => type === 'background')
  const drawn = layers.filter((layer): layer is StyleLayer => layer.type !== 'background')
  const parts = await gatherParts(drawn, sources(view, boundsOfFrame(frame, 64), zoom), zoom)
  const placer = createPlacer(frame, finestPx)
  const verdictOf = verdictsBy(asked)
  const room = asked.room ?? createRoom()
  const items = new Map<string, readonly Item[]>()
  // Names of the topmost layer choose first, as on the screen.
  for (const { layer, shapes } of [...parts].reverse()) {
    // A large map takes tenths of a second, between whose layers the server answers others.
    await setImmediate()
    const read = readLayer(layer, zoom)
    const painting: Painting = { palette, placer, verdictOf: verdictOf(layer.source) }
    const passing = shapes.filter(read.passes)
    if (layer.type !== 'symbol') items.set(layer.id, paintLayer(layer, read, passing, painting))
    else if (read.has('layout', 'text-field')) items.set(layer.id, placeNames(read, passing, painting, room))
    else items.set(layer.id, paintIcons(read, passing, painting))
  }
  const paper: Item = {
    kind: 'fill',
    rings: [boxRing(0, 0, frame.width, frame.height)],
    colour: palette.ground.panel2,
    opacity: 1,
  }
  const drawnItems = [...(background ? [paper] : []), ...parts.flatMap(({ layer }) => items.get(layer.id) ?? [])]
  return { items: drawnItems, classes: classesIn(parts, placer, zoom) }
}
