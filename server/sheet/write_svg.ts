import type { Item, Page, Path, Stroke, TextItem } from './display.ts'
import { fontOf } from './fonts.ts'
import { hatchMarks } from './hatch_lines.ts'

const n = (value: number): string => `${Math.round(value * 100) / 100}`

const pathData = (paths: readonly Path[], closed: boolean): string =>
  paths
    .map((path) => {
      let data = `M${n(path[0]!)} ${n(path[1]!)}`
      for (let at = 2; at < path.length; at += 2) data += `L${n(path[at]!)} ${n(path[at + 1]!)}`
      return closed ? `${data}Z` : data
    })
    .join('')

const strokeAttributes = ({ colour, widthPx, opacity, dash, cap, join }: Stroke): string =>
  `fill="none" stroke="${colour}" stroke-width="${n(widthPx)}"${opacity < 1 ? ` stroke-opacity="${n(opacity)}"` : ''}` +
  `${dash ? ` stroke-dasharray="${dash.map(n).join(' ')}"` : ''} stroke-linecap="${cap}" stroke-linejoin="${join}"`

/** Letters as outlines: every reader draws them alike, and no font has to be found. */
const textPath = ({ text, x, y, sizePx, face, degrees = 0, spacingPx = 0 }: TextItem): string => {
  const font = fontOf(face)
  const scale = sizePx / font.unitsPerEm
  let along = 0
  const letters = Array.from(text).map((character) => {
    const outline = font.outlineOf(character)
    const letter = outline === '' ? '' : `<path transform="translate(${n(along / scale)} 0)" d="${outline}"/>`
    along += font.advanceOf(character) * sizePx + spacingPx
    return letter
  })
  const turn = degrees === 0 ? '' : ` rotate(${n(degrees)})`
  return `<g transform="translate(${n(x)} ${n(y)})${turn} scale(${scale} ${-scale})">${letters.join('')}</g>`
}

const writeText = (item: TextItem): string => {
  const letters = textPath(item)
  const scale = item.sizePx / fontOf(item.face).unitsPerEm
  const halo = item.halo
    ? `<g fill="none" stroke="${item.halo.colour}" stroke-width="${n((2 * item.halo.widthPx) / scale)}" stroke-linejoin="round">${letters}</g>`
    : ''
  const all = `${halo}<g fill="${item.colour}">${letters}</g>`
  return item.opacity < 1 ? `<g opacity="${n(item.opacity)}">${all}</g>` : all
}

type Names = { next: number }

const writeHatch = (item: Extract<Item, { readonly kind: 'hatch' }>): string => {
  const opacity = item.opacity < 1 ? ` stroke-opacity="${n(item.opacity)}"` : ''
  return item.strokes
    .map((strokes) => {
      const { lines, dots } = hatchMarks(item.rings, strokes)
      const data =
        lines.map(({ x1, y1, x2, y2 }) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`).join('') +
        // A stroke of no length with a round end is a dot.
        dots.map(({ x, y }) => `M${n(x)} ${n(y)}h0.01`).join('')
      const cap = strokes.dots ? 'round' : 'butt'
      return data === ''
        ? ''
        : `<path d="${data}" fill="none" stroke="${item.colour}" stroke-width="${n(strokes.widthPx)}" stroke-linecap="${cap}"${opacity}/>`
    })
    .join('')
}

const writeItem = (item: Item, names: Names): string => {
  switch (item.kind) {
    case 'fill':
      return `<path d="${pathData(item.rings, true)}" fill="${item.colour}"${item.opacity < 1 ? ` fill-opacity="${n(item.opacity)}"` : ''}/>`
    case 'stroke':
      return `<path d="${pathData(item.paths, item.closed)}" ${strokeAttributes(item.stroke)}/>`
    case 'hatch':
      return writeHatch(item)
    case 'disc': {
      const radius = item.ring ? item.radiusPx - item.ringPx / 2 : item.radiusPx
      const ring = item.ring ? ` stroke="${item.ring}" stroke-width="${n(item.ringPx)}"` : ''
      return `<circle cx="${n(item.x)}" cy="${n(item.y)}" r="${n(Math.max(0.1, radius))}" fill="${item.colour ?? 'none'}"${ring} opacity="${n(item.opacity)}"/>`
    }
    case 'text':
      return writeText(item)
    case 'image':
      return `<image x="${n(item.x)}" y="${n(item.y)}" width="${n(item.width)}" height="${n(item.height)}" href="data:${item.type};base64,${Buffer.from(item.bytes).toString('base64')}"/>`
    case 'frame': {
      const id = `c${names.next++}`
      const inside = item.items.map((one) => writeItem(one, names)).join('')
      return `<clipPath id="${id}"><rect width="${n(item.width)}" height="${n(item.height)}"/></clipPath><g transform="translate(${n(item.x)} ${n(item.y)})"><g clip-path="url(#${id})">${inside}</g></g>`
    }
  }
}

/** A page as an SVG picture; every text in it is an outline. */
export const writeSvg = ({ width, height, items }: Page): string => {
  const names: Names = { next: 0 }
  const drawn = items.map((item) => writeItem(item, names)).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}">${drawn}</svg>`
}
