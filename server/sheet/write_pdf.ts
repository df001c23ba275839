import { PDFDocument, type PDFFont, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import fontkit from '@pdf-lib/fontkit'
import type { Colour } from '../../styles/palette.ts'
import { channelsOf } from '../../styles/palette.ts'
import type { Face, Item, Page, Path, Stroke, TextItem } from './display.ts'
import { fontOf } from './fonts.ts'
import { hatchMarks } from './hatch_lines.ts'

/** Points (1/72 inch) a CSS pixel (1/96 inch) is long. */
const POINTS_PER_PX = 0.75
/** Share of a radius at which the handles of a quarter circle stand. */
const ROUND = 0.552_285

export type DocumentFacts = {
  readonly title: string
  readonly author?: string
  readonly subject: string
  readonly language: string
  /** ISO; the same drawing at the same time has the same bytes. */
  readonly created: string
}

const n = (value: number): string => `${Math.round(value * 1000) / 1000}`
const rgb = (colour: Colour): string =>
  channelsOf(colour)
    .map((channel) => n(channel / 255))
    .join(' ')

const pathOps = (paths: readonly Path[], closed: boolean): string =>
  paths
    .map((path) => {
      const ops = [`${n(path[0]!)} ${n(path[1]!)} m`]
      for (let at = 2; at < path.length; at += 2) ops.push(`${n(path[at]!)} ${n(path[at + 1]!)} l`)
      return closed ? `${ops.join('\n')}\nh` : ops.join('\n')
    })
    .join('\n')

const circleOps = (x: number, y: number, r: number): string => {
  const k = r * ROUND
  return [
    `${n(x + r)} ${n(y)} m`,
    `${n(x + r)} ${n(y + k)} ${n(x + k)} ${n(y + r)} ${n(x)} ${n(y + r)} c`,
    `${n(x - k)} ${n(y + r)} ${n(x - r)} ${n(y + k)} ${n(x - r)} ${n(y)} c`,
    `${n(x - r)} ${n(y - k)} ${n(x - k)} ${n(y - r)} ${n(x)} ${n(y - r)} c`,
    `${n(x + k)} ${n(y - r)} ${n(x + r)} ${n(y - k)} ${n(x + r)} ${n(y)} c h`,
  ].join('\n')
}

const penOps = ({ colour, widthPx, dash, cap, join }: Omit<Stroke, 'opacity'>): string =>
  `${rgb(colour)} RG ${n(widthPx)} w ${cap === 'round' ? 1 : 0} J ${join === 'round' ? 1 : 0} j [${(dash ?? []).map(n).join(' ')}] 0 d`

/** Names of what a page uses besides paths. */
type Resources = {
  readonly alpha: (opacity: number) => string
  readonly font: (face: Face) => { readonly name: string; readonly encode: (text: string) => string }
  readonly image: (item: Extract<Item, { readonly kind: 'image' }>) => string
}

const textOps = (item: TextItem, { font }: Resources): string => {
  const { name, encode } = font(item.face)
  const turn = ((item.degrees ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const matrix = [cos, sin, sin, -cos, item.x, item.y].map(n).join(' ')
  const show = (mode: 0 | 1): string =>
    `BT /${name} ${n(item.sizePx)} Tf ${n(item.spacingPx ?? 0)} Tc ${mode} Tr ${matrix} Tm ${encode(item.text)} Tj ET`
  const halo = item.halo ? `${rgb(item.halo.colour)} RG ${n(2 * item.halo.widthPx)} w 1 J 1 j [] 0 d ${show(1)}\n` : ''
  return `${halo}${rgb(item.colour)} rg ${show(0)}`
}

const hatchOps = (item: Extract<Item, { readonly kind: 'hatch' }>): string =>
  item.strokes
    .map((strokes) => {
      const { lines, dots } = hatchMarks(item.rings, strokes)
      const cap = strokes.dots ? 'round' : 'butt'
      const pen = penOps({ colour: item.colour, widthPx: strokes.widthPx, cap, join: 'miter' })
      const marks = [
        ...lines.map(({ x1, y1, x2, y2 }) => `${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l`),
        // A stroke of no length with a round end is a dot.
        ...dots.map(({ x, y }) => `${n(x)} ${n(y)} m ${n(x)} ${n(y)} l`),
      ]
      return marks.length > 0 ? `${pen}\n${marks.join('\n')} S` : ''
    })
    .join('\n')

const discOps = (item: Extract<Item, { readonly kind: 'disc' }>): string => {
  const radius = item.ring ? item.radiusPx - item.ringPx / 2 : item.radiusPx
  const fill = item.colour ? `${rgb(item.colour)} rg ` : ''
  const ring = item.ring ? `${rgb(item.ring)} RG ${n(item.ringPx)} w [] 0 d ` : ''
  return `${fill}${ring}${circleOps(item.x, item.y, Math.max(0.1, radius))} ${item.colour && item.ring ? 'B' : item.ring ? 'S' : item.colour ? 'f' : 'n'}`
}

const itemOps = (item: Item, resources: Resources): string => {
  switch (item.kind) {
    case 'fill':
      return `q ${resources.alpha(item.opacity)} ${rgb(item.colour)} rg\n${pathOps(item.rings, true)} f Q`
    case 'stroke':
      return `q ${resources.alpha(item.stroke.opacity)} ${penOps(item.stroke)}\n${pathOps(item.paths, item.closed)} S Q`
    case 'hatch':
      return `q ${resources.alpha(item.opacity)} ${hatchOps(item)} Q`
    case 'disc':
      return `q ${resources.alpha(item.opacity)} ${discOps(item)} Q`
    case 'text':
      return `q ${resources.alpha(item.opacity)} ${textOps(item, resources)} Q`
    case 'image':
      return `q ${n(item.width)} 0 0 ${n(-item.height)} ${n(item.x)} ${n(item.y + item.height)} cm /${resources.image(item)} Do Q`
    case 'frame': {
      const inside = item.items.map((one) => itemOps(one, resources)).join('\n')
      return `q 1 0 0 1 ${n(item.x)} ${n(item.y)} cm 0 0 ${n(item.width)} ${n(item.height)} re W n\n${inside}\nQ`
    }
  }
}

const imagesIn = (items: readonly Item[]): readonly Extract<Item, { readonly kind: 'image' }>[] =>
  items.flatMap((item) => (item.kind === 'image' ? [item] : item.kind === 'frame' ? imagesIn(item.items) : []))
const facesIn = (items: readonly Item[]): readonly Face[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item.face] : item.kind === 'frame' ? facesIn(item.items) : []))

const addPage = async (
  document: PDFDocument,
  { width, height, items, enlargement = 1 }: Page,
  fonts: ReadonlyMap<Face, PDFFont>,
): Promise<void> => {
  const points = POINTS_PER_PX * enlargement
  const page: PDFPage = document.addPage([width * points, height * points])
  const images = new Map<Uint8Array, string>()
  for (const { bytes, type } of imagesIn(items)) {
    if (images.has(bytes)) continue
    const image = type === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes)
    images.set(bytes, page.node.newXObject('I', image.ref).asString().slice(1))
  }
  const alphas = new Map<string, string>()
  const faces = new Map<Face, string>()
  const resources: Resources = {
    alpha: (opacity) => {
      if (opacity >= 1) return ''
      const key = n(opacity)
      const state = document.context.obj({ Type: 'ExtGState', ca: Number(key), CA: Number(key) })
      const name = alphas.get(key) ?? page.node.newExtGState('G', document.context.register(state)).asString().slice(1)
      alphas.set(key, name)
      return `/${name} gs`
    },
    font: (face) => {
      const font = fonts.get(face)!
      const name = faces.get(face) ?? page.node.newFontDictionary('F', font.ref).asString().slice(1)
      faces.set(face, name)
      return { name, encode: (text) => font.encodeText(text).toString() }
    },
    image: ({ bytes }) => images.get(bytes)!,
  }
  const start = `${n(points)} 0 0 ${n(-points)} 0 ${n(height * points)} cm`
  const content = [start, ...items.map((item) => itemOps(item, resources))].join('\n')
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(content)))
}

/** Pages as a PDF of lines, areas and real text, with its fonts, which hold Latin letters alone. */
export const writePdf = async (pages: readonly Page[], facts: DocumentFacts): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit as never)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  if (facts.author) document.setAuthor(facts.author)
  document.setSubject(facts.subject)
  document.setLanguage(facts.language)
  document.setCreator('Bentang')
  document.setProducer('Bentang')
  document.setCreationDate(new Date(facts.created))
  document.setModificationDate(new Date(facts.created))
  const fonts = new Map<Face, PDFFont>()
  for (const face of new Set(pages.flatMap(({ items }) => facesIn(items))))
    fonts.set(face, await document.embedFont(fontOf(face).bytes, { features: { liga: false } }))
  for (const page of pages) await addPage(document, page, fonts)
  return document.save()
}
