import { LIMITS } from './limits.ts'
import { FileRefusal, refuse } from './refusal.ts'

/** One element with what stands in it; names without their prefix. */
export type Element = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** A document type can pull in files and swell without end; data needs none. */
export const refuseDoctype = (xml: string): void => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    refuse(
      'Berkas XML ini memuat DOCTYPE, yang tidak kami terima. Ekspor lagi datanya tanpa DOCTYPE.',
      'This XML file carries a DOCTYPE, which is not accepted. Export the data again without one.',
    )
}

const BROKEN = new FileRefusal({
  id: 'Berkas XML ini rusak atau terpotong. Ekspor lagi datanya, lalu unggah ulang.',
  en: 'This XML file is damaged or cut short. Export the data again, then upload it.',
})

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const MOST_CODE_POINT = 0x10ffff

const character = (code: number): string => (code > 0 && code <= MOST_CODE_POINT ? String.fromCodePoint(code) : '')

export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return character(Number(decimal))
      if (hex) return character(Number.parseInt(hex, 16))
      return (name && Object.hasOwn(NAMED, name.toLowerCase()) && NAMED[name.toLowerCase()]) || whole
    },
  )

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', double, single]) => [
      localName(name),
      decodeEntities(double ?? single ?? ''),
    ]),
  )

type Growing = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Growing[]
  text: string
}

/** A tag longer than this is no tag of data. */
const LONGEST_TAG = 8_192

/** Where what begins at `at` ends; refuses what never does. */
const endOf = (xml: string, mark: string, at: number): number => {
  const end = xml.indexOf(mark, at)
  if (end < 0) throw BROKEN
  return end
}

/** The closing bracket of a tag; one in quotes is none. */
const endOfTag = (xml: string, at: number): number => {
  let quote = ''
  for (let end = at + 1; end < xml.length && end - at < LONGEST_TAG; end += 1) {
    const mark = xml[end]!
    if (quote !== '') quote = mark === quote ? '' : quote
    else if (mark === '"' || mark === "'") quote = mark
    else if (mark === '>') return end
    else if (mark === '<') throw BROKEN
  }
  throw BROKEN
}

const OPENING = /^<([\w:.-]+)([\s\S]*?)(\/?)>$/
const CLOSING = /^<\/([\w:.-]+)\s*>$/

/** Grows a tree by one tag. */
const take = (tag: string, open: Growing[]): void => {
  const [, closing] = CLOSING.exec(tag) ?? []
  if (closing !== undefined) {
    if (open.pop()?.name !== localName(closing) || open.length === 0) throw BROKEN
    return
  }
  const [, opening, attributes = '', empty] = OPENING.exec(tag) ?? []
  if (opening === undefined) throw BROKEN
  const element: Growing = { name: localName(opening), attributes: attributesOf(attributes), children: [], text: '' }
  open.at(-1)!.children.push(element)
  if (empty === '') open.push(element)
  if (open.length > LIMITS.xmlDepth) throw BROKEN
}

/** Takes in what begins with a bracket at `at`; returns where it ends. */
const step = (xml: string, at: number, open: Growing[]): number => {
  if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4) + 3
  if (xml.startsWith('<?', at)) return endOf(xml, '?>', at + 2) + 2
  if (xml.startsWith('<![CDATA[', at)) {
    const end = endOf(xml, ']]>', at + 9)
    open.at(-1)!.text += xml.slice(at + 9, end)
    return end + 3
  }
  const end = endOfTag(xml, at) + 1
  take(xml.slice(at, end), open)
  return end
}

/** The tree of an XML text without a document type; refuses damaged and too deep ones. */
export const parseXml = (xml: string): Element => {
  refuseDoctype(xml)
  const root: Growing = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Growing[] = [root]
  let at = 0
  for (let next = xml.indexOf('<'); next >= 0; next = xml.indexOf('<', at)) {
    open.at(-1)!.text += decodeEntities(xml.slice(at, next))
    at = step(xml, next, open)
  }
  const [only] = root.children
  if (open.length !== 1 || !only) throw BROKEN
  return only
}

export const childOf = ({ children }: Element, name: string): Element | null =>
  children.find((child) => child.name === name) ?? null
export const childrenOf = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name)
