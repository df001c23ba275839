import { figureOf } from '../../data/model/asked_figure.ts'
import type { EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import { element } from './elements.ts'
import type { EmbedText } from './texts.ts'

type Asked = { readonly view: EmbedView; readonly answer: EmbedAnswer; readonly text: EmbedText }

/** The name as it stands in a sentence: "Kabupaten Sintang" is Sintang. */
const shortName = (name: string): string => name.replace(/^(Kabupaten|Kota) /, '')

export const titleOf = ({ view, answer, text }: Asked): string =>
  text.title({
    theme: answer.theme.label[view.language],
    region: shortName(answer.region.name),
    period: text.years(answer.period),
  })

/** The large number with what it counts and what it is a share of. */
export const drawFigure = ({ view, answer, text }: Asked): HTMLElement => {
  const { count, of, total, share } = figureOf(answer, view.ask)
  const number = new Intl.NumberFormat(text.locale)
  const units = text.units[answer.level]
  if (share === null) return element('p', { class: 'figure figure-none' }, text.noneTargeted(units))
  const whole = number.format(total)
  const words = of === 'targeted' ? text.ofTargeted(whole, units) : text.ofAll(whole, units)
  return element(
    'p',
    { class: `figure figure-${view.ask}` },
    element('strong', { class: 'figure-number' }, number.format(count)),
    element('span', { class: 'figure-words' }, `${words} (${text.percent(share)})`),
  )
}

/** The figure of each year as bars; a year without any report has none, which is not zero. */
export const drawChart = ({ view, answer, text }: Asked): HTMLElement => {
  const number = new Intl.NumberFormat(text.locale)
  const years = answer.years.map(({ year, counts, targeted }) => {
    const { count, share } = figureOf({ counts, targeted, denominator: answer.denominator }, view.ask)
    const silent = share === null || (counts.unreported === answer.denominator && view.ask !== 'unreported')
    return { year, figure: silent ? null : count }
  })
  const highest = Math.max(1, ...years.map(({ figure }) => figure ?? 0))
  const bars = years.map(({ year, figure }) => {
    const bar = element('span', { class: 'chart-bar', 'aria-hidden': 'true' })
    bar.style.blockSize = figure === null ? '0' : `${Math.max(2, (figure / highest) * 100)}%`
    const words = text.bar(year, figure === null ? text.silent : number.format(figure))
    const isLast = year === answer.years.at(-1)?.year
    return element(
      'li',
      { class: isLast ? 'chart-year chart-now' : 'chart-year', 'aria-label': words },
      element('span', { class: 'chart-figure', 'aria-hidden': 'true' }, figure === null ? '–' : number.format(figure)),
      element('span', { class: 'chart-column', 'aria-hidden': 'true' }, bar),
      element('span', { class: 'chart-name', 'aria-hidden': 'true' }, `${year}`),
    )
  })
  return element(
    'section',
    { class: `chart figure-${view.ask}`, 'aria-label': `${text.chart}: ${text.asked[view.ask]}` },
    element('h2', {}, `${text.chart}: ${text.asked[view.ask]}`),
    element('ol', {}, ...bars),
  )
}
