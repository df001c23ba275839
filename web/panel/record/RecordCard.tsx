import type { RecordAnswer } from '../../../data/model/answers.ts'
import { isPartner } from '../../../data/model/organisation.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import type { Language } from '../../../data/model/words.ts'
import { addressOf } from '../../api.ts'
import { Photos } from '../../photos/Photos.tsx'
import { indonesian, type TextKey } from '../../text/index.ts'
import { useText } from '../../text/useText.ts'
import { Actions } from '../card/Actions.tsx'
import { Figures } from '../card/Figures.tsx'
import { Heading } from '../card/Heading.tsx'
import { Matches } from '../card/Matches.tsx'
import { organisationName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { Origin } from '../card/Origin.tsx'
import { useMatches, usePlace } from '../card/queries.ts'
import { ListSection, Section } from '../card/Section.tsx'
import { To } from '../card/To.tsx'
import { TargetLine } from '../place/TargetLine.tsx'
import type { CardProps } from '../props.ts'
import { ConvergenceOf } from './ConvergenceOf.tsx'
import { FIELDS_OF } from './fields.tsx'
import { Matrix } from './Matrix.tsx'
import { PlannedActions } from './PlannedActions.tsx'
import { type Row, Rows, type Words } from './Rows.tsx'
import { Stages } from './Stages.tsx'
import { SourceOf, Trust } from './Trust.tsx'
import { UnitVerdict } from './UnitVerdict.tsx'

const isKey = (key: string): key is TextKey => key in indonesian

const titleOf = ({ kind, record }: AnyRecord, { language }: Words): string => {
  if (kind === 'figure') return record.label[language]
  return 'title' in record ? record.title : record.name
}

/** The one place where a record's kind decides its rows; each list of fields knows its own kind. */
const rowsOf = ({ kind, record }: AnyRecord, words: Words): readonly Row[] =>
  (FIELDS_OF[kind] as (own: typeof record, words: Words) => readonly Row[])(record, words)

/** What one kind of record shows beyond its fields. */
type ExtraProps = Pick<Props, 'context' | 'answer'> & { readonly entry: AnyRecord }
const Extra = ({ entry, context, answer }: ExtraProps) => {
  const { say, language } = useText()
  const figures = usePlace(entry.kind === 'figure' ? entry.record.region : undefined).data?.figures
  const same = figures?.filter(({ topic }) => entry.kind === 'figure' && topic === entry.record.topic) ?? []
  return (
    <>
      {entry.kind === 'target' && (
        <Section title={say('card.target', { owner: organisationName(context, entry.record.organisation) })}>
          <TargetLine target={entry.record} />
        </Section>
      )}
      {entry.kind === 'activity' && entry.record.photos && (
        <Section title={say('record.photos')}>
          <Photos photos={entry.record.photos} title={entry.record.title} />
        </Section>
      )}
      {entry.kind === 'agreement' && <Stages agreement={entry.record} />}
      {entry.kind === 'convergence' && entry.record.parties.length > 0 && (
        <Matrix convergence={entry.record} context={context} />
      )}
      {entry.kind === 'zone' && !answer.related.some(({ kind }) => kind === 'plan') && (
        <PlannedActions actions={entry.record.actions} context={context} />
      )}
      {(entry.kind === 'plan' || (entry.kind === 'zone' && entry.record.actions.length > 0)) && (
        <p>
          <a
            className="link"
            href={addressOf('/plans', { lang: language === 'en' ? 'en' : undefined, id: entry.record.id })}
          >
            {say('record.planOpen')}
          </a>
        </p>
      )}
      {entry.kind === 'story' && (
        <p>
          <a className="link" href={`/present/${encodeURIComponent(entry.record.id)}`}>
            {say('record.storyOpen')}
          </a>
        </p>
      )}
      {entry.kind === 'figure' && same.length > 1 && (
        <Section title={say('record.sideBySide')}>
          <Figures figures={same} current={entry.record.id} />
          <p className="quiet figures-about">{say('card.figures.about')}</p>
        </Section>
      )}
    </>
  )
}

/** Where the matching screen shows the same: the target among its department's, a partner's or a department's own desk. */
const matchingAddress = ({ kind, record }: AnyRecord, { organisations }: CardProps['context'], language: Language) => {
  const regionOf = (id: string) => organisations.find((one) => one.id === id)?.region
  const lang = language === 'en' ? language : undefined
  if (kind === 'target') {
    const { organisation: department, id: target, year: period } = record
    return addressOf('/matching', { region: regionOf(department), period, lang, department, target })
  }
  if (kind !== 'organisation' || !(isPartner(record.kind) || record.kind === 'opd')) return null
  const side = isPartner(record.kind) ? { partner: record.id } : { department: record.id }
  return addressOf('/matching', { region: record.region, lang, ...side })
}

/** Who could serve a target, or which targets a partner could serve. */
const MatchesOf = ({ entry }: { readonly entry: AnyRecord }) => {
  const { say } = useText()
  const ofTarget = entry.kind === 'target' ? { target: entry.record.id } : undefined
  const ofPartner =
    entry.kind === 'organisation' && isPartner(entry.record.kind) ? { organisation: entry.record.id } : undefined
  const matches = useMatches(ofTarget ?? ofPartner).data
  if (!matches) return null
  return (
    <Matches
      title={say(ofTarget ? 'card.matches' : 'card.matchesOf')}
      matches={matches}
      to={ofTarget ? 'organisation' : 'target'}
    />
  )
}

type Props = CardProps & { readonly answer: RecordAnswer }

/** A record whole: its fields, its source in the source's words, how far to rely on it, and what belongs to it. */
export const RecordCard = (props: Props) => {
  const { answer, context, onZoom } = props
  const text = useText()
  const { say, language } = text
  const words = { ...text, context }
  const entry = { kind: answer.kind, record: answer.record } as AnyRecord
  const beside = answer.related.filter(
    ({ kind, relation }) => relation !== 'same_topic' && (kind !== 'organisation' || entry.kind === 'organisation'),
  )
  const matching = matchingAddress(entry, context, language)
  const relationOf = (relation: string) => {
    const key = `record.relation.${relation}`
    return isKey(key) ? say(key) : relation
  }
  return (
    <>
      <div className="card-body">
        <div className="card-chips">
          <span className="card-verdict">{say(`record.kind.${entry.kind}`)}</span>
          <Origin origin={entry.record.origin} />
        </div>
        <Heading>{titleOf(entry, words)}</Heading>
        <p className="card-under">{entry.record.id}</p>
        {(entry.kind === 'zone' || entry.kind === 'authority') && (
          <UnitVerdict {...props} code={entry.record.id} kind={entry.kind} />
        )}
        <ConvergenceOf answer={answer} />
        <Extra entry={entry} context={context} answer={answer} />
        <Section title={say('record.facts')}>
          <Rows rows={rowsOf(entry, words)} />
        </Section>
        <MatchesOf entry={entry} />
        {matching && (
          <p>
            <a className="link" href={matching}>
              {say('card.matches.open')}
            </a>
          </p>
        )}
        <ListSection
          title={say('record.villages')}
          items={answer.villages}
          most={6}
          keyOf={({ code }) => code}
          render={({ code, name, areaHa }) => (
            <span className="spread">
              <To selection={{ kind: 'place', id: code }}>{name}</To>
              {areaHa !== null && <span className="quiet">{say('card.ha', { ha: formatHa(areaHa, language) })}</span>}
            </span>
          )}
        />
        <ListSection
          title={say('record.related')}
          items={beside}
          most={6}
          keyOf={({ kind, id, relation }) => `${kind} ${id} ${relation}`}
          render={({ kind, id, title, relation }) => (
            <>
              <To selection={{ kind, id }}>{title}</To>{' '}
              <span className="quiet">
                {say(`record.kind.${kind}`)}, {relationOf(relation)}
              </span>
            </>
          )}
        />
        <SourceOf record={answer.record} />
        <Trust {...answer} />
      </div>
      <Actions bbox={answer.bbox} json={`/api/records/${entry.kind}/${entry.record.id}`} onZoom={onZoom} />
    </>
  )
}
