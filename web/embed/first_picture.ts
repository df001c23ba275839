import type { EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { grownPx, LEAST_STREAM_CLASS } from '../../styles/base.ts'
import type { Palette } from '../../styles/palette.ts'
import { findPattern, patternTile, TILE_PIXEL_RATIO } from '../../styles/patterns.ts'
import { unitTileset } from '../../styles/sources.ts'
import { askPieces, fitted, type Piece, type Pieces, type Standing } from './first_tiles.ts'
import type { EmbedText } from './texts.ts'

type Asked = {
  readonly view: EmbedView
  readonly palette: Palette
  readonly text: EmbedText
  readonly answer: EmbedAnswer
}
type Drawing = Asked & { readonly pen: CanvasRenderingContext2D; readonly standing: Standing; readonly pieces: Pieces }

const textOf = ({ properties }: Piece, name: string): string => String(properties[name] ?? '')

const trace = ({ standing: { worldPx, x, y } }: Drawing, pieces: readonly Piece[]): Path2D => {
  const traced = new Path2D()
  for (const { paths } of pieces)
    for (const path of paths)
      path.forEach((point, at) => {
        const [left, top] = [point.x * worldPx - x, point.y * worldPx - y]
        if (at === 0) traced.moveTo(left, top)
        else traced.lineTo(left, top)
      })
  return traced
}

const piecesOf = ({ pieces }: Drawing, layer: string, keep: (piece: Piece) => boolean = () => true): readonly Piece[] =>
  (pieces.get(layer) ?? []).filter(keep)

const fill = (drawing: Drawing, pieces: readonly Piece[], look: string | CanvasPattern): void => {
  drawing.pen.fillStyle = look
  drawing.pen.fill(trace(drawing, pieces))
}

type Line = { readonly colour: string; readonly widthPx: number; readonly opacity?: number; readonly dash?: boolean }

const stroke = (drawing: Drawing, pieces: readonly Piece[], { colour, widthPx, opacity = 1, dash }: Line): void => {
  const { pen, standing } = drawing
  pen.strokeStyle = colour
  pen.lineWidth = grownPx(widthPx, standing.zoom)
  pen.globalAlpha = opacity
  pen.setLineDash(dash ? [3 * pen.lineWidth, 2 * pen.lineWidth] : [])
  pen.stroke(trace(drawing, pieces))
  pen.globalAlpha = 1
  pen.setLineDash([])
}

const drawGround = (drawing: Drawing): void => {
  const { pen, standing, palette, view } = drawing
  const { ground } = palette
  pen.fillStyle = ground.sea
  pen.fillRect(0, 0, standing.widthPx, standing.heightPx)
  const shore = piecesOf(drawing, 'land-lines')
  stroke(drawing, shore, { colour: ground.seaNear, widthPx: 34 })
  stroke(drawing, shore, { colour: ground.seaShore, widthPx: 14 })
  fill(drawing, piecesOf(drawing, 'land'), ground.landDimmed)
  stroke(drawing, shore, { colour: ground.shore, widthPx: 0.8 })
  stroke(drawing, piecesOf(drawing, 'context-lines'), { colour: ground.contextLine, widthPx: 0.9 })
  const isSubject = (piece: Piece) => `${textOf(piece, 'code')}.`.startsWith(`${view.region}.`)
  fill(drawing, piecesOf(drawing, 'regencies', isSubject), ground.land)
}

/** The marks of a verdict over its colour, of the size that they have on the map. */
const patternOf = (kind: Parameters<typeof patternTile>[0], { pen, palette }: Drawing): CanvasPattern => {
  const { width, height, data } = patternTile(kind, palette)
  const tile = new OffscreenCanvas(width, height)
  tile
    .getContext('2d', { willReadFrequently: true })!
    .putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  const pattern = pen.createPattern(tile, 'repeat')!
  pattern.setTransform(new DOMMatrix().scale(1 / TILE_PIXEL_RATIO))
  return pattern
}

const drawVerdicts = (drawing: Drawing): void => {
  const { pen, palette, answer, standing } = drawing
  const verdicts = new Map(answer.units.map(({ code, verdict }) => [code, verdict]))
  for (const kind of VERDICT_KINDS) {
    const own = piecesOf(drawing, unitTileset(answer.level), (piece) => verdicts.get(textOf(piece, 'code')) === kind)
    const pattern = findPattern(kind)
    const looks = [palette.meanings[kind], ...(pattern ? [patternOf(pattern, drawing)] : [])]
    const shapes = own.filter(({ isPoint }) => !isPoint)
    for (const look of looks) fill(drawing, shapes, look)
    // Judged islands wear a disc: many are a few pixels wide.
    const discs = new Path2D()
    for (const { isPoint, paths } of own)
      for (const [point] of isPoint ? paths : []) {
        const [left, top] = [point!.x * standing.worldPx - standing.x, point!.y * standing.worldPx - standing.y]
        discs.moveTo(left + 7, top)
        discs.arc(left, top, 7, 0, 2 * Math.PI)
      }
    for (const look of looks) {
      pen.fillStyle = look
      pen.fill(discs)
    }
    pen.strokeStyle = palette.ground.ink
    pen.lineWidth = 1
    pen.stroke(discs)
  }
}

const drawEdges = (drawing: Drawing): void => {
  const { view, palette, answer } = drawing
  const { halo } = palette.ground
  const colour = palette.meanings.boundary
  const dash = answer.boundaries.kind === 'estimated'
  const touches = (side: 'a' | 'b') => (piece: Piece) => `${textOf(piece, side)}.`.startsWith(`${view.region}.`)
  const isInside = (piece: Piece) => touches('a')(piece) || touches('b')(piece)
  const edges = (layer: string) => piecesOf(drawing, layer, isInside)
  if (answer.level === 'village') stroke(drawing, edges('villages-lines'), { colour, widthPx: 0.5, opacity: 0.3, dash })
  const [districts, regencies] = [edges('districts-lines'), edges('regencies-lines')]
  stroke(drawing, districts, { colour: halo, widthPx: 2.6, opacity: 0.9 })
  stroke(drawing, districts, { colour, widthPx: 1.2, opacity: 0.85, dash })
  stroke(drawing, regencies, { colour: halo, widthPx: 4.8, opacity: 0.9 })
  stroke(drawing, regencies, { colour, widthPx: dash ? 1.1 : 2.4, dash })
  const isRiver = ({ properties }: Piece) => Number(properties.class ?? 0) < LEAST_STREAM_CLASS
  const rivers = piecesOf(drawing, 'rivers', isRiver)
  stroke(drawing, rivers, { colour: halo, widthPx: 4.2 })
  stroke(drawing, rivers, { colour: palette.meanings.river, widthPx: 2.5 })
}

const LONGEST_LINE_EM = 7

/** Words in lines of at most seven times their size, as on the map. */
const linesOf = (name: string, pen: CanvasRenderingContext2D, sizePx: number): readonly string[] => {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && pen.measureText(longer).width <= LONGEST_LINE_EM * sizePx) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const drawNames = (drawing: Drawing): void => {
  const { pen, standing, view, palette } = drawing
  const { zoom, worldPx, x, y } = standing
  if (zoom < 6.5) return
  const sizePx = Math.min(16, 10.5 + Math.max(0, zoom - 7) * 1.5) * (palette.name === 'projector' ? 1.3 : 1)
  const isNamed = (piece: Piece) =>
    piece.properties.level === 'district' && textOf(piece, 'code').startsWith(`${view.region}.`)
  pen.font = `600 ${sizePx}px Commissioner, system-ui, sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.lineWidth = 3.8
  pen.strokeStyle = palette.ground.halo
  pen.fillStyle = palette.ground.label
  const taken: { left: number; top: number; right: number; bottom: number }[] = []
  const byPriority = (a: Piece, b: Piece) => Number(b.properties.priority ?? 0) - Number(a.properties.priority ?? 0)
  for (const piece of [...piecesOf(drawing, 'labels', isNamed)].sort(byPriority)) {
    const lines = linesOf(textOf(piece, 'name'), pen, sizePx)
    const [point] = piece.paths[0]!
    const [centre, middle] = [point!.x * worldPx - x, point!.y * worldPx - y]
    const half = Math.max(...lines.map((line) => pen.measureText(line).width)) / 2 + 3
    const tall = (lines.length * sizePx * 1.1) / 2 + 3
    const box = { left: centre - half, top: middle - tall, right: centre + half, bottom: middle + tall }
    const meets = taken.some(
      (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom,
    )
    if (meets) continue
    taken.push(box)
    lines.forEach((line, at) => {
      const top = middle + (at - (lines.length - 1) / 2) * sizePx * 1.1
      pen.strokeText(line, centre, top)
      pen.fillText(line, centre, top)
    })
  }
}

export type FirstPicture = {
  readonly canvas: HTMLCanvasElement
  /** The map would show nothing more: no islands with their names, no records. */
  readonly isWhole: boolean
}

/**
 * The map before the map: drawn on a plain canvas from the answer and the first tiles, in a few kilobytes, so that a weak line shows
 * the verdicts seconds before the map itself has come; where a device has no WebGL it stays. `onStand` is told where it stands, each
 * time it is drawn. Null where the region is not known or the box has no room; rejects where a tile does not come.
 */
export const drawFirstPicture = async (
  box: HTMLElement,
  asked: Asked,
  onStand: (lat: number, zoom: number) => void,
): Promise<FirstPicture | null> => {
  const { bbox } = asked.answer.region
  if (!bbox || box.clientWidth === 0) return null
  const pieces = await askPieces(fitted(bbox, box.clientWidth, box.clientHeight))
  const canvas = document.createElement('canvas')
  canvas.className = 'first-picture'
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', asked.text.mapName)
  const draw = () => {
    const standing = fitted(bbox, box.clientWidth, box.clientHeight)
    const ratio = devicePixelRatio
    canvas.width = Math.round(standing.widthPx * ratio)
    canvas.height = Math.round(standing.heightPx * ratio)
    // Kept off the graphics processor: where that is software, its backlog would hold the map itself up for seconds.
    const pen = canvas.getContext('2d', { willReadFrequently: true })!
    pen.scale(ratio, ratio)
    pen.lineJoin = 'round'
    onStand((bbox[1] + bbox[3]) / 2, standing.zoom)
    const drawing = { ...asked, pen, standing, pieces }
    drawGround(drawing)
    drawVerdicts(drawing)
    drawEdges(drawing)
    drawNames(drawing)
  }
  draw()
  box.append(canvas)
  const watch = new ResizeObserver(() => {
    if (!canvas.isConnected) watch.disconnect()
    else draw()
  })
  watch.observe(box)
  void document.fonts.load('600 12px Commissioner').then(() => canvas.isConnected && draw())
  const isOwn = (piece: Piece) => `${textOf(piece, 'code')}.`.startsWith(`${asked.view.region}.`)
  const hasIslands = (pieces.get('islands') ?? []).some(isOwn)
  return { canvas, isWhole: asked.view.layers.every((layer) => layer === 'islands') && !hasIslands }
}
