import { type ReactNode, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { Section } from '../card/Section.tsx'

type Props<Item> = {
  readonly title: string
  readonly items: readonly Item[]
  /** How many stand before the rest is asked for; on paper all of them stand. */
  readonly most: number
  readonly keyOf: (item: Item) => string
  readonly render: (item: Item) => ReactNode
  /** Said where there is nothing to list; without it the section is left out. */
  readonly none?: string
}

/** A titled and counted list of the report. */
export const Lines = <Item,>({ title, items, most, keyOf, render, none }: Props<Item>) => {
  const { say, count } = useText()
  const [open, setOpen] = useState(false)
  if (items.length === 0 && none === undefined) return null
  const toggle = items.length > most && (
    <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? say('card.fewer') : say('card.all', { total: count(items.length) })}
    </button>
  )
  return (
    <Section title={items.length > 0 ? `${title} (${count(items.length)})` : title} aside={toggle}>
      {items.length === 0 && <p className="quiet">{none}</p>}
      <ul className="report-lines" data-open={open}>
        {items.map((item, index) => (
          <li key={keyOf(item)} className={index >= most ? 'report-rest' : undefined}>
            {render(item)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
