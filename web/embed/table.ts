import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import { element } from './elements.ts'
import type { EmbedText } from './texts.ts'

type Asked = { readonly view: EmbedView; readonly answer: EmbedAnswer; readonly text: EmbedText }

/** A list of hundreds would push the page around the widget apart. */
const FIRST = 10

/** The units of the asked verdict by name and place; all of them on demand. */
export const drawList = ({ view, answer, text }: Asked, onChange: () => void): HTMLElement => {
  const units = answer.units.filter(({ verdict }) => verdict === view.ask)
  const rows = units.map(({ name, within, code }, at) => {
    const row = element(
      'li',
      { 'data-code': code },
      element('span', {}, name),
      element('span', { class: 'quiet' }, within),
    )
    row.hidden = at >= FIRST
    return row
  })
  const heading = element('h2', {}, text.list(text.asked[view.ask]))
  if (rows.length === 0)
    return element('section', { class: 'list' }, heading, element('p', { class: 'quiet' }, text.empty))
  const list = element('section', { class: 'list' }, heading, element('ol', {}, ...rows))
  if (rows.length > FIRST) {
    const count = new Intl.NumberFormat(text.locale).format(rows.length)
    const more = element('button', { type: 'button', class: 'quiet-link' }, text.more(count))
    more.addEventListener('click', () => {
      for (const row of rows) row.hidden = false
      const first = rows[FIRST]
      first?.setAttribute('tabindex', '-1')
      more.remove()
      first?.focus()
      onChange()
    })
    list.append(more)
  }
  return list
}

/** The same answer as the map, every unit with its verdict. */
export const drawTable = ({ view, answer, text }: Asked): HTMLElement => {
  const labels = new Map(VERDICT_LEGEND.map(({ value, label }) => [value, label[view.language]]))
  const order = VERDICT_LEGEND.map(({ value }) => value)
  const units = [...answer.units].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const head = [text.name, text.within, text.verdict, text.code].map((words) => element('th', { scope: 'col' }, words))
  const rows = units.map(({ code, name, within, verdict }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', {}, within),
      element('td', {}, labels.get(verdict) ?? verdict),
      element('td', {}, code),
    ),
  )
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': text.table },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
  )
}
