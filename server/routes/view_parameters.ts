import { parseView, VIEW_NAMES, type View } from '../../data/view/view.ts'
import { quote } from '../problems.ts'
import { read } from './parameters.ts'

const EXAMPLES: Readonly<Record<string, string>> = {
  region: '61.05',
  theme: 'stunting',
  period: '2026',
  level: 'village',
  at: '111.5,-0.1,8.5',
  layers: 'districts,villages',
  palette: 'light',
}

const isReadable = (name: string, text: string): boolean =>
  parseView(`?${name}=${encodeURIComponent(text)}`).repaired.length === 0

const parameterOf = (name: string) =>
  read(
    (text) => (isReadable(name, text) ? text : null),
    (text) => ({
      id: `berisi ${quote(text)}, yang bukan nilai tampilan peta. Salin dari alamat peta, atau hapus.`,
      en: `is ${quote(text)}, which no view of the map has. Copy it from the address of the map, or leave it out.`,
    }),
    EXAMPLES[name] ?? '',
  )
    .optional()
    .describe('As in the address of the map')

/** The names of a view's address as parameters; `lang` is one of every address. A damaged value is refused, not repaired. */
export const viewParameters: Readonly<Record<string, ReturnType<typeof parameterOf>>> = Object.fromEntries(
  [...VIEW_NAMES].filter((name) => name !== 'lang').map((name) => [name, parameterOf(name)]),
)

/** The view of a request whose parameters were let through. */
export const viewOf = (url: string): View => parseView(new URL(url).search).view
