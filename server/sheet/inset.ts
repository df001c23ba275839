import type { Palette } from '../../styles/palette.ts'
import { SHEET } from '../../styles/sheet.ts'
import type { Subject } from '../../styles/subject.ts'
import type { Bounds } from '../bounds.ts'
import { boundsOfFrame, createFrame, type Frame, fitBounds, placeLngLat } from './camera.ts'
import { boxRing, type Item, type Stroke } from './display.ts'
import { createPlacer } from './place_shapes.ts'
import type { createSources } from './sources.ts'

/** As small as a stamp a rectangle would not be found: then it is drawn this large. */
const LEAST_PX = 7

const provinceBounds = (boxes: readonly Bounds[]): Bounds =>
  boxes.length === 0
    ? SHEET
    : boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])

type Asked = {
  readonly subject: Subject
  readonly sources: ReturnType<typeof createSources>
  readonly palette: Palette
  readonly width: number
  readonly height: number
  /** Boxes of the regencies of the province. */
  readonly boxes: readonly Bounds[]
  /** What the large map shows. */
  readonly shown: Frame
}

const window = (shown: Frame, frame: Frame, { ground }: Palette): Item => {
  const [west, south, east, north] = boundsOfFrame(shown)
  const place = placeLngLat(frame)
  const [[left, top], [right, bottom]] = [place(west, north), place(east, south)]
  const [width, height] = [Math.max(LEAST_PX, right - left), Math.max(LEAST_PX, bottom - top)]
  const stroke: Stroke = { colour: ground.gaptext, widthPx: 1.3, opacity: 1, cap: 'butt', join: 'miter' }
  const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2]
  return { kind: 'stroke', paths: [boxRing(x, y, width, height)], closed: true, stroke }
}

/** A small map of the province with the region and what the large map shows of it. */
export const insetItems = async (asked: Asked): Promise<readonly Item[]> => {
  const { subject, sources, palette, width, height, boxes, shown } = asked
  const frame = createFrame(width, height, fitBounds(provinceBounds(boxes), width, height, 6))
  const placer = createPlacer(frame)
  const from = sources(subject, boundsOfFrame(frame), frame.camera.zoom)
  const pathsOf = async (source: string, layer: string, passes: (code: string) => boolean = () => true) =>
    (await from(source, layer))
      .filter(({ properties }) => passes(String(properties.code ?? '')))
      .flatMap((shape) => placer.paths(shape))
  const { ground } = palette
  const thin = (colour: Stroke['colour'], widthPx: number): Stroke => ({
    colour,
    widthPx,
    opacity: 1,
    cap: 'round',
    join: 'round',
  })
  return [
    { kind: 'fill', rings: [boxRing(0, 0, width, height)], colour: ground.sea, opacity: 1 },
    { kind: 'fill', rings: await pathsOf('land', 'land'), colour: ground.landDimmed, opacity: 1 },
    {
      kind: 'fill',
      rings: await pathsOf(
        'regencies',
        'regencies',
        (code) => code === subject.region || code.startsWith(`${subject.region}.`),
      ),
      colour: ground.accent,
      opacity: 0.55,
    },
    { kind: 'stroke', paths: await pathsOf('land', 'land-lines'), closed: false, stroke: thin(ground.shore, 0.5) },
    {
      kind: 'stroke',
      paths: await pathsOf('context', 'context-lines'),
      closed: false,
      stroke: thin(ground.contextLine, 0.4),
    },
    window(shown, frame, palette),
  ]
}
