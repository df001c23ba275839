import type { PlanAction, Resource } from '../../data/model/plan.ts'
import { formatNumber, formatRupiah } from '../panel/card/numbers.ts'
import type { Text } from '../text/useText.ts'

/** "1 Feb 2026": short enough for a cell. */
export const shortDate = (iso: string, { language }: Pick<Text, 'language'>): string =>
  new Date(iso).toLocaleDateString(language === 'en' ? 'en-GB' : 'id-ID', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })

export const spanWords = ({ start, end }: PlanAction['period'], text: Text): string =>
  text.say('plans.span', {
    from: start ? shortDate(start, text) : '–',
    to: end === null ? text.say('plans.open') : shortDate(end, text),
  })

/** "Rp 1,2 miliar" for a figure that is read from afar. */
export const roughRupiah = (rupiah: number, language: Text['language']): string =>
  `Rp\u00a0${rupiah.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 })}`

export const amountWords = ({ kind, amount, unit }: Resource, text: Text): string | null => {
  if (amount === undefined) return null
  if (kind === 'money') return formatRupiah(amount, text.language)
  const number = formatNumber(amount, text.language)
  return kind === 'people'
    ? text.say('plans.resource.people.count', { count: number })
    : `${number} ${unit ?? ''}`.trim()
}

/** One resource in a line: how much, of what, and that nobody has confirmed the money. */
export const resourceWords = (resource: Resource, text: Text): string => {
  const { kind, what, secured } = resource
  const said = [amountWords(resource, text), what].filter(Boolean).join(' ')
  const line = said || text.say(`plans.resource.${kind}`)
  return kind === 'money' && !secured ? `${line} (${text.say('plans.resource.unsecured')})` : line
}

export const indicatorWords = ({ indicator }: PlanAction, text: Text): string | null =>
  indicator
    ? text.say('plans.indicator.line', {
        name: indicator.name,
        achieved: indicator.achieved === undefined ? '–' : formatNumber(indicator.achieved, text.language),
        target: formatNumber(indicator.target, text.language),
        unit: indicator.unit,
      })
    : null
