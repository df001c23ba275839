import type { Feature } from 'geojson'
import { DEFAULT_VIEW, type View } from '../../../data/view/view.ts'
import { PALETTES } from '../../../styles/palette.ts'
import type { Bounds } from '../../bounds.ts'
import type { World } from '../../world.ts'
import { type Block, paragraph, space, stack } from '../blocks.ts'
import { createFrame, type Frame, fitBounds } from '../camera.ts'
import { boxRing, type Item, type Stroke } from '../display.ts'
import { drawMap } from '../draw_map.ts'
import { numberText } from '../numbers.ts'
import { sceneryOf, sourcesIn } from '../picture.ts'
import { createPlacer } from '../place_shapes.ts'
import { atRoundScale, barItems, barOf } from '../scale.ts'
import { shapesOf } from '../shapes.ts'
import { SHEET_TEXT } from '../text.ts'
import { REPORT_TYPES } from './types.ts'

const HEIGHT_PX = 300
const { ground } = PALETTES.print
const pen = (widthPx: number): Stroke => ({ colour: ground.gaptext, widthPx, opacity: 1, cap: 'round', join: 'round' })

const drawPlaces = (places: readonly Feature[], frame: Frame): readonly Item[] => {
  const placer = createPlacer(frame, 0.2)
  return shapesOf(places.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }))).flatMap(
    (shape): readonly Item[] => {
      const paths = placer.paths(shape)
      if (shape.type === 'Point')
        return paths.map(([x, y]) => ({
          kind: 'disc',
          x: x!,
          y: y!,
          radiusPx: 3.4,
          colour: ground.gaptext,
          ring: ground.panel,
          ringPx: 1,
          opacity: 1,
        }))
      if (paths.length === 0) return []
      const isArea = shape.type === 'Polygon'
      return [
        ...(isArea ? [{ kind: 'fill', rings: paths, colour: ground.gaptext, opacity: 0.14 } as const] : []),
        { kind: 'stroke', paths, closed: isArea, stroke: pen(isArea ? 1.2 : 2) },
      ]
    },
  )
}

const BORDERS = ['regencies', 'districts'] as const

type Asked = {
  readonly bbox: Bounds
  readonly places: readonly Feature[]
  readonly view: Partial<View>
  /** What the places are, in words. */
  readonly caption: string
  readonly widthPx: number
}

/** Where it is: places over borders and coast, at a round scale with its bar. */
export const placeMap = async (world: World, asked: Asked): Promise<Block> => {
  const { bbox, places, caption, widthPx } = asked
  const view = { ...DEFAULT_VIEW, ...asked.view, layers: BORDERS.map((id) => ({ id, opacity: 1 })) }
  const scenery = sceneryOf(world, view)
  const { language } = scenery.view
  const { frame, scale } = atRoundScale(createFrame(widthPx, HEIGHT_PX, fitBounds(bbox, widthPx, HEIGHT_PX, 24)))
  const map = await drawMap(world, { ...scenery, palette: 'print', frame, finestPx: 0.2 }, sourcesIn(world))
  const edge: Stroke = { colour: ground.ink, widthPx: 0.8, opacity: 1, cap: 'butt', join: 'miter' }
  const bar = barOf(frame, 140)
  const scaleWords = `${SHEET_TEXT[language].scale} 1 : ${numberText(scale, language)}. ${caption}`
  const words = paragraph(scaleWords, REPORT_TYPES.note, widthPx - 190)
  return stack(
    {
      height: HEIGHT_PX + 6,
      draw: (x, y) => [
        {
          kind: 'frame',
          x,
          y,
          width: widthPx,
          height: HEIGHT_PX,
          items: [...map.items, ...drawPlaces(places, frame)],
        },
        { kind: 'stroke', paths: [boxRing(x, y, widthPx, HEIGHT_PX)], closed: true, stroke: edge },
      ],
    },
    {
      height: Math.max(24, words.height),
      draw: (x, y) => [...barItems(bar, x, y, ground.ink, ground.panel, language), ...words.draw(x + 190, y)],
    },
    space(8),
  )
}
