import { useState } from 'react'
import type { MatchAnswer } from '../../../data/model/answers.ts'
import type { Language } from '../../../data/model/words.ts'
import { useText } from '../../text/useText.ts'
import { formatNumber } from './numbers.ts'
import { useRecord } from './queries.ts'
import { Section } from './Section.tsx'
import { To } from './To.tsx'

type Match = MatchAnswer[number]

const FIRST = 3

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** The two reasons that weigh most: what they do, and how near. */
const reasonOf = ({ parts }: Match, language: Language): string =>
  parts
    .slice(0, 2)
    .map(({ reason }, index) => (index === 0 ? reason[language] : lowerFirst(reason[language])))
    .join(', ')

type RowProps = { readonly match: Match; readonly to: 'organisation' | 'target' }

/** Name, score as bar and number, and the reasons; the score opens to the sum it was made of. */
const Row = ({ match, to }: RowProps) => {
  const { say, language } = useText()
  const target = useRecord('target', to === 'target' ? match.target : undefined).data
  const title = to === 'organisation' ? match.name : (target?.record.title ?? match.target)
  const [open, setOpen] = useState(false)
  const score = Math.round(match.score)
  const number = (value: number) => formatNumber(value, language)
  return (
    <li className="match">
      <To selection={{ kind: to, id: match[to] }}>{title}</To>
      <button
        type="button"
        className="match-score"
        aria-expanded={open}
        aria-label={say('card.matches.score', { name: title, score })}
        onClick={() => setOpen(!open)}
      >
        <span className="match-bar">
          <span style={{ width: `${match.score}%` }} />
        </span>
        <strong>{score}</strong>
      </button>
      {open ? (
        <ul className="match-parts">
          {match.parts.map(({ name, value, weight, reason }) => (
            <li key={name}>
              <span>{reason[language]}</span>
              <span className="quiet">
                {say('card.matches.weight', { value: number(value), weight: number(weight * 100) })}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <span className="match-reason">{reasonOf(match, language)}</span>
      )}
    </li>
  )
}

type Props = {
  readonly title: string
  readonly matches: MatchAnswer
  /** Which side of the match the rows name and open. */
  readonly to: 'organisation' | 'target'
}

/** The best first; the rest on demand. */
export const Matches = ({ title, matches, to }: Props) => {
  const { say, count } = useText()
  const [all, setAll] = useState(false)
  const toggle = matches.length > FIRST && (
    <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
      {all ? say('card.fewer') : say('card.all', { total: count(matches.length) })}
    </button>
  )
  return (
    <Section title={title} aside={toggle}>
      {matches.length === 0 && <p className="quiet">{say('card.matches.none')}</p>}
      <ul className="matches">
        {(all ? matches : matches.slice(0, FIRST)).map((match) => (
          <Row key={match[to]} match={match} to={to} />
        ))}
      </ul>
    </Section>
  )
}
