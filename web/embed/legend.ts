import type { EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import { type DrawnEntry, legendOf } from '../../styles/legend.ts'
import type { Palette } from '../../styles/palette.ts'
import { swatchSvg } from '../../styles/swatch.ts'
import { element } from './elements.ts'
import { subjectOf } from './style.ts'
import type { EmbedText } from './texts.ts'

/** Rows that stand at once; the others wait behind one word. */
const ROWS = 5

/** What the map draws, as the app's own legend tells it: a widget's answer is read as the app's is. */
const entriesOf = (view: EmbedView, { units }: EmbedAnswer): readonly DrawnEntry[] =>
  legendOf(subjectOf(view), {
    units: units.map(({ code, verdict }) => ({ code, verdict: { kind: verdict } as never, targets: [] })),
  })

/** The verdicts first, and among them those that tell of a need before those that tell of silence. */
const inOrder = (entries: readonly DrawnEntry[]): readonly DrawnEntry[] =>
  [...entries].sort((a, b) => Number(b.layer === 'villages') - Number(a.layer === 'villages'))

/** A swatch is a picture of a URI: no style from the answer, no markup. */
export const swatch = (entry: DrawnEntry, palette: Palette): HTMLElement =>
  element('img', { src: swatchSvg(entry, palette), width: 24, height: 16, alt: '' })

type Asked = {
  readonly view: EmbedView
  readonly answer: EmbedAnswer
  readonly palette: Palette
  readonly text: EmbedText
}

export const verdictLabel = (kind: VerdictKind, view: EmbedView, answer: EmbedAnswer): string =>
  entriesOf(view, answer).find(({ layer, value }) => layer === 'villages' && value === kind)?.label[view.language] ?? ''

export const drawLegend = ({ view, answer, palette, text }: Asked, onChange: () => void): HTMLElement => {
  const entries = inOrder(entriesOf(view, answer))
  const count = new Intl.NumberFormat(text.locale)
  const rows = entries.map((entry, at) => {
    const row = element(
      'li',
      { class: 'legend-row' },
      swatch(entry, palette),
      element('span', {}, entry.label[view.language]),
      entry.count === undefined ? null : element('span', { class: 'legend-count' }, count.format(entry.count)),
    )
    row.hidden = at >= ROWS
    return row
  })
  const list = element('ul', { 'aria-label': text.legend }, ...rows)
  const legend = element('section', { class: 'legend', 'aria-label': text.legend }, list)
  if (rows.length > ROWS) {
    const more = element('button', { type: 'button', class: 'quiet-link', 'aria-expanded': 'false' }, text.wholeLegend)
    more.addEventListener('click', () => {
      const opens = more.getAttribute('aria-expanded') === 'false'
      more.setAttribute('aria-expanded', `${opens}`)
      more.textContent = opens ? text.shortLegend : text.wholeLegend
      for (const row of rows.slice(ROWS)) row.hidden = !opens
      onChange()
    })
    legend.append(more)
  }
  return legend
}
