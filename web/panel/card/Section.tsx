import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../text/useText.ts'

type Props = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }

/** A titled part of the card between hairlines. */
export const Section = ({ title, aside, children }: Props) => {
  const id = useId()
  return (
    <section className="card-section" aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}

type ListProps<Item> = {
  readonly title: string
  readonly items: readonly Item[]
  /** How many stand before the rest is asked for. */
  readonly most: number
  readonly keyOf: (item: Item) => string
  readonly render: (item: Item) => ReactNode
  readonly className?: string
}

/** A titled list that starts with its first items and opens to all of them; nothing when it is empty. */
export const ListSection = <Item,>({ title, items, most, keyOf, render, className = 'card-list' }: ListProps<Item>) => {
  const { say, count } = useText()
  const [open, setOpen] = useState(false)
  if (items.length === 0) return null
  const toggle = items.length > most && (
    <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? say('card.fewer') : say('card.all', { total: count(items.length) })}
    </button>
  )
  return (
    <Section title={title} aside={toggle}>
      <ul className={className}>
        {(open ? items : items.slice(0, most)).map((item) => (
          <li key={keyOf(item)}>{render(item)}</li>
        ))}
      </ul>
    </Section>
  )
}
