import './profile.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ContextAnswer, RecordAnswer } from '../../data/model/answers.ts'
import type { FactValue, Names } from '../../data/model/fact_words.ts'
import { factsOf } from '../../data/model/record_facts.ts'
import { KIND_WORDS, ROLE_WORDS } from '../../data/model/record_words.ts'
import type { Language } from '../../data/model/words.ts'
import { addressOf, ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { useContextAnswer } from '../queries.ts'
import { profile as english } from '../text/en/profile.ts'
import { profile as indonesian } from '../text/id/profile.ts'
import { moreTexts } from '../text/moreTexts.tsx'
import { useText } from '../text/useText.ts'

const ProfileTexts = moreTexts(indonesian, english)

const pageOf = (kind: string, id: string, language: Language): string =>
  addressOf(`/p/${kind}/${encodeURIComponent(id)}`, { lang: language === 'en' ? 'en' : undefined })

const namesOf = (context: ContextAnswer, { villages }: RecordAnswer, language: Language): Names => {
  const labelOf = (list: ContextAnswer['themes'], id: string) =>
    list.find((one) => one.id === id)?.label[language] ?? id
  const places = new Map([...context.regencies, ...villages].map(({ code, name }) => [code, name]))
  return {
    language,
    organisation: (id) => context.organisations.find((one) => one.id === id)?.name ?? id,
    place: (code) => places.get(code) ?? code,
    theme: (id) => labelOf(context.themes, id),
    urusan: (id) => context.urusan.find((one) => one.id === id)?.label[language] ?? id,
  }
}

const Value = ({ value: { text, role, to } }: { readonly value: FactValue }) => {
  const { language } = useText()
  return (
    <>
      {to ? (
        <a className="link" href={pageOf(to.kind, to.id, language)}>
          {text}
        </a>
      ) : (
        text
      )}
      {role && ` (${role})`}
    </>
  )
}

type Props = { readonly answer: RecordAnswer; readonly context: ContextAnswer }

const Facts = ({ answer, context }: Props) => {
  const { language } = useText()
  return (
    <dl className="record-facts">
      {factsOf(answer.kind, answer.record, namesOf(context, answer, language)).map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value.text}>
              <Value value={value} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

const Related = ({ answer: { related } }: Pick<Props, 'answer'>) => {
  const { say, language } = useText()
  if (related.length === 0) return null
  return (
    <section>
      <h2>{say('profile.related')}</h2>
      <ul className="lines">
        {related.map(({ kind, id, title, relation }) => (
          <li key={`${kind} ${id} ${relation}`}>
            <span>
              <a className="link" href={pageOf(kind, id, language)}>
                {title}
              </a>
              <small>{ROLE_WORDS[relation]?.[language] ?? relation}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Source = ({ answer: { record } }: Pick<Props, 'answer'>) => {
  const { say, date } = useText()
  const { text, url, date: published } = record.source
  return (
    <section>
      <h2>{say('record.source')}</h2>
      <p>
        {text}
        {published && `. ${say('record.sourceDate', { date: date(published) })}`}
        {url && /^https?:/.test(url) && (
          <>
            {'. '}
            <a className="link" href={url} rel="noopener">
              {say('record.sourceLink')}
            </a>
          </>
        )}
      </p>
      <p className="page-about">{say('profile.confirmed', { date: date(record.confirmed) })}</p>
    </section>
  )
}

const Sheet = ({ answer, context }: Props) => {
  const { say, date, language } = useText()
  const { kind, record, asOf } = answer
  const title = 'label' in record ? record.label[language] : 'title' in record ? record.title : record.name
  useEffect(() => {
    document.title = `${title} - Bentang`
  }, [title])
  return (
    <article className="page-sheet page-wide profile">
      <header>
        <p className="page-about">
          {KIND_WORDS[kind][language]}
          {record.origin === 'sample' && <em className="line-mark">{say('profile.sample')}</em>}
        </p>
        <h1>{title}</h1>
        <p className="page-about">{say('profile.asOf', { date: date(asOf.time), seq: `${asOf.seq}` })}</p>
      </header>
      <Facts answer={answer} context={context} />
      <Source answer={answer} />
      <Related answer={answer} />
      <footer>
        <p className="field-hint">{say('profile.source')}</p>
        <p className="profile-ways">
          <button type="button" className="button-quiet" onClick={() => print()}>
            {say('profile.print')}
          </button>
          <a
            className="link"
            href={addressOf('/', { selected: `${kind}:${record.id}`, lang: language === 'en' ? 'en' : undefined })}
          >
            {say('profile.explore')}
          </a>
        </p>
      </footer>
    </article>
  )
}

/** `/p/<kind>/<id>`: what a record states, for everyone; the same facts as the page that needs no script. */
const Record = ({ kind, id }: { readonly kind: string; readonly id: string }) => {
  const { data: context } = useContextAnswer()
  const { data, error } = useQuery({
    queryKey: ['record page', kind, id],
    queryFn: ({ signal }) =>
      ask<RecordAnswer>(`/api/records/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`, signal),
  })
  return (
    <ProfileTexts>
      <Refused error={error} />
      {data && context && <Sheet answer={data} context={context} />}
    </ProfileTexts>
  )
}

export default Record
