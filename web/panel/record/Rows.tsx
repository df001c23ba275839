import type { ReactNode } from 'react'
import type { ContextAnswer } from '../../../data/model/answers.ts'
import type { Code } from '../../../data/model/codes.ts'
import type { Span } from '../../../data/model/period.ts'
import type { TextKey } from '../../text/index.ts'
import { type Text, useText } from '../../text/useText.ts'
import { organisationName, themeName, urusanName } from '../card/names.ts'
import { PlaceName } from '../card/PlaceName.tsx'
import { usePlace } from '../card/queries.ts'
import { To } from '../card/To.tsx'

type FieldKey = Extract<TextKey, `record.field.${string}`>
export type Field = FieldKey extends `record.field.${infer Name}` ? Name : never

/** One field of a record; without a value the row says that it is not filled in. */
export type Row = readonly [field: Field, value: ReactNode]

export type Words = Text & { readonly context: ContextAnswer }

export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => {
  const { say } = useText()
  const isEmpty = (value: ReactNode) => value === undefined || value === null || value === '' || value === false
  return (
    <dl className="facts">
      {rows.map(([field, value]) => (
        <div key={field} className="fact">
          <dt>{say(`record.field.${field}`)}</dt>
          <dd>{isEmpty(value) ? <span className="quiet">{say('record.empty')}</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Undefined when there is nothing to list, so that the row says so. */
export const listOf = <Item,>(
  items: readonly Item[] | undefined,
  keyOf: (item: Item) => string,
  render: (item: Item) => ReactNode,
) =>
  items && items.length > 0 ? (
    <ul className="inline-list">
      {items.map((item) => (
        <li key={keyOf(item)}>{render(item)}</li>
      ))}
    </ul>
  ) : undefined

export const themesOf = (themes: readonly string[], { context, language }: Words) =>
  themes.map((id) => themeName(context, id, language)).join(', ')

export const urusanOf = (urusan: readonly string[], { context, language }: Words) =>
  urusan.map((id) => urusanName(context, id, language)).join(', ')

export const Organisation = ({
  id,
  name,
  context,
}: {
  readonly id: string
  readonly name?: string | undefined
  readonly context: ContextAnswer
}) => <To selection={{ kind: 'organisation', id }}>{name ?? organisationName(context, id)}</To>

export const placeLink = (code: Code): ReactNode => (
  <To selection={{ kind: 'place', id: code }}>
    <PlaceName code={code} />
  </To>
)

export const spanOf = ({ start, end }: Span, { say, date }: Text): string =>
  say('record.span', { from: date(start), to: end ? date(end) : say('record.open') })

/** "Seluruh Sintang": what names no place holds for the whole region. */
export const WholeRegion = ({ code }: { readonly code: Code }) => {
  const { say } = useText()
  const { data } = usePlace(code)
  return <To selection={{ kind: 'place', id: code }}>{say('record.wholeRegion', { region: data?.name ?? code })}</To>
}
