import type { RecordAnswer } from '../../../data/model/answers.ts'
import { indonesian } from '../../text/index.ts'
import { useText } from '../../text/useText.ts'
import { Freshness } from '../card/Freshness.tsx'
import { Section } from '../card/Section.tsx'
import type { Field } from './Rows.tsx'

const isField = (name: string): name is Field => `record.field.${name}` in indonesian

/** Where a record comes from, in the source's own words too. */
export const SourceOf = ({ record: { source, note } }: Pick<RecordAnswer, 'record'>) => {
  const { say, date } = useText()
  return (
    <Section title={say('record.source')}>
      <p>
        {source.text}
        {source.date && <span className="block quiet">{say('record.sourceDate', { date: date(source.date) })}</span>}
      </p>
      {source.wording && (
        <blockquote className="wording">{say('record.wording', { wording: source.wording })}</blockquote>
      )}
      {source.url && (
        <p>
          <a className="link" href={source.url} target="_blank" rel="noreferrer">
            {say('record.sourceLink')}
          </a>
        </p>
      )}
      {note && (
        <p className="block">
          <span className="quiet">{say('record.note')}:</span> {note}
        </p>
      )}
    </Section>
  )
}

/** How far a record can be relied on: how complete, how fresh, who stands behind it. */
export const Trust = ({ record, revision, freshnessDays, completeness: { share, missing } }: RecordAnswer) => {
  const { say, share: inPercent, date, count } = useText()
  const fields = missing.map((name) => (isField(name) ? say(`record.field.${name}`).toLowerCase() : name)).join(', ')
  return (
    <Section title={say('record.trust')}>
      <p className="completeness">
        <span>{say('record.completeness')}</span>
        <span className="completeness-bar">
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <strong>{inPercent(share)}</strong>
      </p>
      <p className="quiet">{missing.length > 0 ? say('record.missing', { fields }) : say('record.complete')}</p>
      <dl className="facts">
        <div className="fact">
          <dt>{say('record.freshness')}</dt>
          <dd>
            <Freshness words={date(record.confirmed)} days={freshnessDays} />
          </dd>
        </div>
        <div className="fact">
          <dt>{say('record.verification')}</dt>
          <dd>{say(`record.verification.${record.verification}`)}</dd>
        </div>
        <div className="fact">
          <dt>{say('record.visibility')}</dt>
          <dd>{say(`record.visibility.${record.visibility}`)}</dd>
        </div>
        <div className="fact">
          <dt>{say('record.enteredBy')}</dt>
          <dd>
            {record.enteredBy} · {say('record.revision').toLowerCase()} {count(revision)}
          </dd>
        </div>
      </dl>
    </Section>
  )
}
