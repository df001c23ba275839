import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { api } from '../api.ts'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import type { AgreementDraft } from './draft.ts'

const TYPED_MS = 250
const MOST_FOUND = 6
const PLACES: ReadonlySet<string> = new Set(['regency', 'district', 'village', 'island'])

type Props = {
  readonly scope: AgreementDraft['scope']
  readonly onChange: (scope: AgreementDraft['scope']) => void
}

/** The places of an agreement, found by name or code; none is the whole region. */
export const Places = ({ scope, onChange }: Props) => {
  const { say } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), TYPED_MS)
  const { data } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.search(q, signal),
    enabled: q.length > 1,
  })
  const found = (q.length > 1 ? (data ?? []) : [])
    .filter((hit) => PLACES.has(hit.kind) && !scope.some(({ code }) => code === hit.id))
    .slice(0, MOST_FOUND)
  return (
    <div className="field">
      <label htmlFor={id}>{say('agreements.scope')}</label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={say('agreements.scope.find')}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {say('agreements.scope.hint')}
      </p>
      {found.length > 0 && (
        <ul className="agreement-found">
          {found.map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  onChange([...scope, { code: hit.id, name: hit.title }])
                  setTyped('')
                }}
              >
                {hit.title} <small>{hit.detail}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="agreement-chips">
        {scope.map(({ code, name }) => (
          <li key={code} className="agreement-chip">
            {name}
            <button
              type="button"
              aria-label={say('agreements.scope.drop', { name })}
              onClick={() => onChange(scope.filter((one) => one.code !== code))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
