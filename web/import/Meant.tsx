import type { ImportRow } from '../../data/model/importing.ts'
import { formatRupiah } from '../panel/card/numbers.ts'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'

const MOST_PLACES = 3

/** What would be recorded of a row, in the words of the record: what was misread is seen here. */
export const Meant = ({ row: { activity, reaches } }: { readonly row: ImportRow }) => {
  const { say, language, count, date } = useText()
  const { data: context } = useContextAnswer()
  if (!activity) return null
  const { themes, period, status, budgetIdr, beneficiaries } = activity
  const labels = themes.map((id) => context?.themes.find((theme) => theme.id === id)?.label[language] ?? id)
  const places = [
    ...reaches.slice(0, MOST_PLACES),
    ...(reaches.length > MOST_PLACES ? [say('import.row.more', { count: reaches.length - MOST_PLACES })] : []),
  ]
  const facts: readonly (readonly [string, string | null])[] = [
    [say('import.field.themes'), labels.join(', ')],
    [say('import.row.where'), places.join(', ') || say('import.row.nowhere')],
    [
      say('import.field.period'),
      period.end === null
        ? say('import.row.since', { start: date(period.start) })
        : `${date(period.start)} – ${date(period.end)}`,
    ],
    [say('import.field.status'), say(`panel.status.${status}`)],
    [say('import.field.budgetIdr'), budgetIdr === undefined ? null : formatRupiah(budgetIdr, language)],
    [say('import.field.beneficiaries'), beneficiaries === undefined ? null : count(beneficiaries)],
  ]
  return (
    <dl className="import-meant">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
