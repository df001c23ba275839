import { useIntl } from 'react-intl'
import { formatRupiah } from '../panel/card/numbers.ts'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './difference.ts'

/** Fields whose values are words of ours, and where these words are. */
const WORDS: { readonly [field: string]: string } = {
  status: 'panel.status',
  visibility: 'record.visibility',
  role: 'record.relation',
}

/** A field of a record as its readers read it: names instead of ids, sums as money. */
export const useShown = () => {
  const { formatMessage, messages } = useIntl()
  const { language, count } = useText()
  const { data: context } = useContextAnswer()
  const themes = new Map(context?.themes.map(({ id, label }) => [id, label[language]]))
  const organisations = new Map(context?.organisations.map(({ id, name }) => [id, name]))
  const translate = (field: string, word: string): string => {
    const id = `${WORDS[field]}.${word}`
    return id in messages ? formatMessage({ id }) : word
  }
  const readable = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => readable(field, one))
    if (typeof value === 'string') return themes.get(value) ?? organisations.get(value) ?? translate(field, value)
    if (typeof value === 'number') return field === 'budgetIdr' ? formatRupiah(value, language) : count(value)
    if (typeof value !== 'object' || value === null || 'coordinates' in value) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(name, inner)]))
  }
  return (field: string, value: unknown): string => textOf(readable(field, value))
}
