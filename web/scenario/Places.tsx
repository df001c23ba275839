import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { MOST_PLACES } from '../../data/model/scenario.ts'
import { useText } from '../text/useText.ts'
import type { Names } from './words.ts'

const MOST_FOUND = 6

type Found = { readonly code: Code; readonly name: string; readonly within: string | null }

/** Villages, and districts with all theirs, whose name has the letters somewhere; what begins with them first. */
const find = (coverage: CoverageAnswer, typed: string, chosen: readonly Code[]): readonly Found[] => {
  const wanted = typed.toLowerCase()
  const districts = new Map(coverage.units.map(({ code, within }) => [code.slice(0, 8), within]))
  const all: Found[] = [
    ...coverage.units.map(({ code, name, within }) => ({ code, name, within })),
    ...[...districts].map(([code, name]) => ({ code, name, within: null })),
  ]
  const at = ({ name }: Found) => name.toLowerCase().indexOf(wanted)
  return all
    .filter((one) => at(one) >= 0 && !chosen.includes(one.code))
    .sort((a, b) => at(a) - at(b) || a.name.localeCompare(b.name))
    .slice(0, MOST_FOUND)
}

type Props = {
  readonly places: readonly Code[]
  readonly coverage: CoverageAnswer | undefined
  readonly names: Names
  /** No place stands for the whole region. */
  readonly isOptional?: boolean
  readonly onToggle: (code: Code) => void
}

/** The places of a change: tapped on the map, or found by name. */
export const Places = ({ places, coverage, names, isOptional = false, onToggle }: Props) => {
  const { say, count } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = coverage && typed.trim().length > 1 ? find(coverage, typed.trim(), places) : []
  return (
    <div className="field">
      <label htmlFor={id}>{say('scenario.places')}</label>
      <input
        id={id}
        type="search"
        value={typed}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p className="field-hint" id={`${id}-hint`}>
        {say('scenario.places.hint')} {isOptional && say('scenario.places.all')}
        {places.length >= MOST_PLACES && say('scenario.places.full', { count: count(MOST_PLACES) })}
      </p>
      {found.length > 0 && (
        <ul className="scenario-found">
          {found.map(({ code, name, within }) => (
            <li key={code}>
              <button
                type="button"
                className="button-quiet"
                onClick={() => {
                  onToggle(code)
                  setTyped('')
                }}
              >
                {name} <small>{within ?? say('scenario.places.district')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="scenario-chips">
        {places.map((code) => (
          <li key={code}>
            {names.place(code)}
            <button
              type="button"
              aria-label={say('scenario.places.drop', { name: names.place(code) })}
              onClick={() => onToggle(code)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
