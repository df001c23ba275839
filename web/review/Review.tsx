import '../work/work.css'
import './review.css'
import { useState } from 'react'
import { isModerating } from '../../data/model/person.ts'
import type { WorkLine } from '../../data/model/work.ts'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { WorkTexts } from '../work/WorkTexts.tsx'
import { Queue } from './Queue.tsx'
import { useQueue } from './queries.ts'
import { ReviewTexts } from './ReviewTexts.tsx'
import { Submission } from './Submission.tsx'

const keyOf = ({ kind, id }: Pick<WorkLine, 'kind' | 'id'>): string => `${kind}/${id}`

const Desk = ({ person }: { readonly person: string }) => {
  const { say } = useText()
  const { data, error } = useQueue()
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = data?.lines ?? []
  const at = lines.findIndex((line) => keyOf(line) === chosen)
  const open = at >= 0 ? lines[at] : undefined
  const goOn = () => {
    const next = lines[at + 1] ?? lines.find((line) => keyOf(line) !== chosen)
    setChosen(next ? keyOf(next) : null)
  }
  return (
    <div className="review" data-open={open !== undefined}>
      <section className="review-queue">
        <h1>{say('review.title')}</h1>
        <p className="page-about">{say('review.about')}</p>
        <p role="status">{data && say('review.count', { count: data.numberMatched })}</p>
        <Refused error={error} />
        {data && lines.length === 0 && <p>{say('review.none')}</p>}
        <Queue lines={lines} person={person} open={chosen} onOpen={(line) => setChosen(keyOf(line))} />
      </section>
      {!open && lines[0] && (
        <section className="review-begin">
          <p>{say('review.begin')}</p>
          <button type="button" className="button-main" onClick={goOn}>
            {say('review.beginNow')}
          </button>
        </section>
      )}
      {open && <Submission key={chosen} line={open} onNext={goOn} onClose={() => setChosen(null)} />}
    </div>
  )
}

/** What waits for Sekber, and the decision on it. */
const Review = () => (
  <WorkTexts>
    <ReviewTexts>
      <MembersOnly isFor={isModerating}>{({ person }) => <Desk person={person?.id ?? ''} />}</MembersOnly>
    </ReviewTexts>
  </WorkTexts>
)

export default Review
