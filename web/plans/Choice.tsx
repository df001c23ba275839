import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Code } from '../../data/model/codes.ts'
import { api } from '../api.ts'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'

const TYPED_MS = 250
const MOST_FOUND = 6
const PLACES: ReadonlySet<string> = new Set(['district', 'village', 'island'])

type Props = {
  readonly kind: 'places' | 'activities'
  readonly label: string
  readonly chosen: readonly string[]
  readonly nameOf: (id: string) => string
  readonly onChange: (chosen: readonly Code[]) => void
}

/** Places or activities found by name, each to be taken away again. */
export const Choice = ({ kind, label, chosen, nameOf, onChange }: Props) => {
  const { say } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), TYPED_MS)
  const { data } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.search(q, signal),
    enabled: q.length > 1,
  })
  const isMeant = (one: string) => (kind === 'places' ? PLACES.has(one) : one === 'activity')
  const found = (q.length > 1 ? (data ?? []) : []).filter((hit) => isMeant(hit.kind) && !chosen.includes(hit.id))
  return (
    <div className="field plan-choice">
      <label htmlFor={id}>{label}</label>
      {chosen.length > 0 && (
        <ul className="plan-chips">
          {chosen.map((one) => (
            <li key={one}>
              {nameOf(one)}
              <button
                type="button"
                aria-label={say('plans.places.drop', { name: nameOf(one) })}
                onClick={() => onChange(chosen.filter((other) => other !== one))}
              >
                <X aria-hidden="true" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={say(kind === 'places' ? 'plans.places.find' : 'plans.activities.find')}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.length > 0 && (
        <ul className="plan-found">
          {found.slice(0, MOST_FOUND).map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  onChange([...chosen, hit.id])
                  setTyped('')
                }}
              >
                {hit.title} <small>{hit.detail}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
