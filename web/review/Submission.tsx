import type { Feature, Geometry } from 'geojson'
import { useCallback, useState } from 'react'
import type { RecordBase, Return } from '../../data/model/record.ts'
import type { WorkLine, WorkRecord } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { useMoment } from '../people/useMoment.ts'
import { Photos } from '../photos/Photos.tsx'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'
import { isOvertaken } from '../work/queries.ts'
import { Differences } from './Differences.tsx'
import { useCheck, useClaim, useDecide, useWorkRecord } from './queries.ts'
import { useReviewKeys } from './useReviewKeys.ts'

type Props = {
  readonly line: WorkLine
  readonly onNext: () => void
  readonly onClose: () => void
}

const shapesIn = (record: RecordBase | null): readonly Feature<Geometry, unknown>[] => {
  if (!record || !('sites' in record) || !Array.isArray(record.sites)) return []
  return record.sites.flatMap((site: { readonly geometry?: Geometry }) =>
    site.geometry ? [{ type: 'Feature' as const, properties: {}, geometry: site.geometry }] : [],
  )
}

const codesIn = (record: RecordBase): readonly string[] => {
  if (!('sites' in record) || !Array.isArray(record.sites)) return []
  return record.sites.flatMap((site: { readonly code?: string }) => site.code ?? [])
}

const Twins = ({ record }: { readonly record: WorkRecord }) => {
  const { say, language } = useText()
  const { data } = useCheck(record)
  if (!data) return null
  return (
    <>
      {data.twins.length > 0 && (
        <section>
          <h3>{say('review.twins')}</h3>
          <ul className="lines">
            {data.twins.map(({ id, title, reason }) => (
              <li key={id}>
                <span>
                  {title}
                  <small>{reason[language]}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.findings.length > 0 && (
        <section>
          <h3>{say('review.findings')}</h3>
          <ul className="lines">
            {data.findings.map(({ field, name, words }) => (
              <li key={`${field} ${name}`}>{words[language]}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** One submission beside what is verified, and the decision: accept, return with reasons, next. */
export const Submission = ({ line, onNext, onClose }: Props) => {
  const { say } = useText()
  const moment = useMoment()
  const { data: record, error } = useWorkRecord(line)
  const claim = useClaim(line)
  const decide = useDecide()
  // Reasons belong to the revision they were begun for.
  const [returning, setReturning] = useState<number | null>(null)
  const other = claim.error instanceof AskError && claim.error.status === 409 ? claim.error.message : null
  const mayDecide = record !== undefined && !decide.isPending && other === null
  const { mutate } = decide
  const revision = record?.revision
  const isReturning = revision !== undefined && returning === revision
  const beginReturn = () => setReturning(revision ?? null)
  const accept = useCallback(() => {
    if (mayDecide && revision !== undefined)
      mutate({ line: { ...line, revision }, step: 'verify' }, { onSuccess: onNext })
  }, [mayDecide, revision, line, mutate, onNext])
  const giveBack = (returned: Return) => {
    if (mayDecide && revision !== undefined)
      mutate({ line: { ...line, revision }, step: 'return', returned }, { onSuccess: onNext })
  }
  useReviewKeys({ accept, giveBack: beginReturn, next: onNext })
  if (!record) return <Refused error={error} />
  const { standing, changed, record: now } = record
  const features = shapesIn(now)
  return (
    <article className="review-one" aria-labelledby="review-one">
      <button type="button" className="link review-back" onClick={onClose}>
        {say('review.back')}
      </button>
      <h2 id="review-one">{line.title}</h2>
      <p className="page-about">
        {line.keeperName && `${say('review.keeper', { name: line.keeperName })}. `}
        {say('review.by', { name: changed.name ?? say('work.history.system'), time: moment(changed.time) })}
      </p>
      {other && <p className="page-note">{other}</p>}
      <div className="review-steps">
        <button type="button" className="button-main" disabled={!mayDecide} aria-keyshortcuts="A" onClick={accept}>
          {say('review.accept')} <kbd>A</kbd>
        </button>
        <button
          type="button"
          className="button-quiet"
          disabled={!mayDecide}
          aria-keyshortcuts="R"
          aria-expanded={isReturning}
          onClick={beginReturn}
        >
          {say('review.return')} <kbd>R</kbd>
        </button>
        <button type="button" className="button-quiet" aria-keyshortcuts="N" onClick={onNext}>
          {say('review.next')} <kbd>N</kbd>
        </button>
      </div>
      {isOvertaken(decide.error) ? (
        <p className="form-refused" role="alert">
          {say('review.overtaken')}
        </p>
      ) : (
        <Refused error={decide.error} />
      )}
      {line.bbox && (
        <SketchMap
          bbox={line.bbox}
          features={features}
          before={shapesIn(standing)}
          codes={codesIn(now)}
          words={say('review.map')}
        />
      )}
      {'photos' in now && now.photos && <Photos photos={now.photos} title={line.title} />}
      <Differences
        before={standing}
        now={now}
        isReturning={isReturning}
        isPending={decide.isPending}
        onReturn={giveBack}
        onCancel={() => setReturning(null)}
      />
      <Twins record={record} />
    </article>
  )
}
