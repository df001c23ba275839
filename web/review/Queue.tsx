import { useState } from 'react'
import type { WorkLine } from '../../data/model/work.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { useAcceptMany } from './queries.ts'

const keyOf = ({ kind, id }: Pick<WorkLine, 'kind' | 'id'>): string => `${kind}/${id}`

type Props = {
  readonly lines: readonly WorkLine[]
  readonly person: string
  readonly open: string | null
  readonly onOpen: (line: WorkLine) => void
}

/** The longest waiting first; several can be accepted together. */
export const Queue = ({ lines, person, open, onOpen }: Props) => {
  const { say, language } = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { mutate, data, error, isPending } = useAcceptMany()
  const selected = lines.filter((line) => chosen.has(keyOf(line)))
  const toggle = (key: string) =>
    setChosen((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]))
  const titleOf = (named: Pick<WorkLine, 'kind' | 'id'>) =>
    lines.find((line) => keyOf(line) === keyOf(named))?.title ?? named.id
  return (
    <>
      {selected.length > 0 && (
        <button
          type="button"
          className="button-main"
          disabled={isPending}
          onClick={() => mutate(selected, { onSuccess: () => setChosen(new Set()) })}
        >
          {say('review.acceptMany', { count: selected.length })}
        </button>
      )}
      <Refused error={error} />
      {data && (
        <p role="status">
          {say('review.accepted', { count: data.accepted.length })}{' '}
          {data.refused
            .map((one) => say('review.refused', { title: titleOf(one), reason: one.words[language] }))
            .join(' ')}
        </p>
      )}
      <ul className="work-lines">
        {lines.map((line) => {
          const { title, kind, keeperName, awaitsReview, claim } = line
          const key = keyOf(line)
          return (
            <li key={key} className="review-line" data-current={key === open}>
              <input
                type="checkbox"
                aria-label={say('review.select', { title })}
                checked={chosen.has(key)}
                onChange={() => toggle(key)}
              />
              <button type="button" aria-current={key === open ? 'true' : undefined} onClick={() => onOpen(line)}>
                <strong>{title}</strong>
                <small>
                  {[
                    say(`work.kind.${kind}`),
                    keeperName,
                    awaitsReview ? say('review.published') : null,
                    claim && claim.person !== person ? say('review.claimedBy', { name: claim.name }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
