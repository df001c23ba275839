import './profile.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ProfileAnswer } from '../../data/model/profile.ts'
import type { Stated } from '../../data/model/stated.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { useContextAnswer } from '../queries.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { profile as english } from '../text/en/profile.ts'
import { profile as indonesian } from '../text/id/profile.ts'
import { moreTexts } from '../text/moreTexts.tsx'
import { useText } from '../text/useText.ts'
import { Activities } from './Activities.tsx'
import { Contacts } from './Contacts.tsx'

const ProfileTexts = moreTexts(indonesian, english)

type FigureProps = { readonly label: string; readonly value: string; readonly of?: string }

const Figure = ({ label, value, of }: FigureProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
      {of && <small>{of}</small>}
    </dd>
  </div>
)

const Figures = ({ answer }: { readonly answer: ProfileAnswer }) => {
  const { say, count, share } = useText()
  const { activities, villages, themes, beneficiaries, freshness, completeness } = answer
  const stated = ({ known, of }: Stated) => say('profile.of', { known: count(known), of: count(of) })
  return (
    <dl className="profile-figures">
      <Figure label={say('profile.activities')} value={count(activities.length)} />
      <Figure label={say('profile.villages')} value={count(villages.length)} />
      <Figure label={say('profile.themes')} value={count(themes.length)} />
      <Figure
        label={say('profile.people')}
        value={
          beneficiaries.known > 0
            ? say('profile.people.value', { count: count(beneficiaries.total) })
            : say('profile.unknown')
        }
        of={stated(beneficiaries)}
      />
      {freshness && (
        <Figure
          label={say('profile.freshness')}
          value={say('profile.freshness.value', { days: count(freshness.medianDays) })}
          of={say('profile.freshness.of', { of: count(freshness.of), oldest: count(freshness.oldestDays) })}
        />
      )}
      <Figure
        label={say('profile.completeness')}
        value={share(completeness.share)}
        of={say('profile.completeness.of', { of: count(completeness.of) })}
      />
    </dl>
  )
}

const Themes = ({ themes }: Pick<ProfileAnswer, 'themes'>) => {
  const { language, count } = useText()
  const { data: context } = useContextAnswer()
  const labelOf = (id: string) => context?.themes.find((one) => one.id === id)?.label[language] ?? id
  return (
    <ul className="profile-themes">
      {themes.map(({ theme, activities }) => (
        <li key={theme}>
          {labelOf(theme)} <span>{count(activities)}</span>
        </li>
      ))}
    </ul>
  )
}

/** So many are named; a hundred names are no help to anybody. */
const NAMED_VILLAGES = 24

const Villages = ({ villages }: Pick<ProfileAnswer, 'villages'>) => {
  const { say, count } = useText()
  if (villages.length === 0) return <p>{say('profile.villages.none')}</p>
  const rest = villages.length - NAMED_VILLAGES
  const named = villages.slice(0, NAMED_VILLAGES).map(({ name, within }) => `${name} (${within})`)
  return (
    <p className="profile-villages">
      {named.join(', ')}
      {rest > 0 && ` ${say('profile.villages.more', { count: count(rest) })}`}
    </p>
  )
}

const Agreements = ({ agreements }: Pick<ProfileAnswer, 'agreements'>) => {
  const { say, date } = useText()
  if (agreements.length === 0) return <p>{say('profile.agreements.none')}</p>
  return (
    <ul className="lines">
      {agreements.map(({ id, title, kind, stage, end }) => (
        <li key={id}>
          <span>
            {title}
            <small>
              {kind} · {say(`profile.stage.${stage}`)}
              {end && ` · ${say('profile.until', { date: date(end) })}`}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

const Sheet = ({ answer }: { readonly answer: ProfileAnswer }) => {
  const { say, date, language } = useText()
  const { organisation, asOf, bbox, sites, isSample } = answer
  const { name, kind, id } = organisation
  useEffect(() => {
    document.title = `${name} - Bentang`
  }, [name])
  return (
    <article className="page-sheet page-wide profile">
      <header>
        <p className="page-about">
          {say(`profile.kind.${kind}`)}
          {isSample && <em className="line-mark">{say('profile.sample')}</em>}
        </p>
        <h1>{name}</h1>
        <p className="page-about">{say('profile.asOf', { date: date(asOf.time), seq: `${asOf.seq}` })}</p>
      </header>
      <Figures answer={answer} />
      {bbox ? (
        <SketchMap bbox={bbox} features={sites} words={say('profile.map', { name })} />
      ) : (
        <p>{say('profile.noMap')}</p>
      )}
      <Themes themes={answer.themes} />
      <section>
        <h2>{say('profile.activities')}</h2>
        <Activities activities={answer.activities} />
      </section>
      <section>
        <h2>{say('profile.villages')}</h2>
        <Villages villages={answer.villages} />
      </section>
      <section>
        <h2>{say('profile.agreements')}</h2>
        <Agreements agreements={answer.agreements} />
      </section>
      <Contacts organisation={id} />
      <footer>
        <p className="field-hint">{say('profile.source')}</p>
        <p className="profile-ways">
          <button type="button" className="button-quiet" onClick={() => print()}>
            {say('profile.print')}
          </button>
          <a className="link" href={`/api/profile/${encodeURIComponent(id)}/report.pdf?lang=${language}`} download>
            {say('profile.report')}
          </a>
          <a className="link" href={`/?organisation=${encodeURIComponent(id)}`}>
            {say('profile.explore')}
          </a>
        </p>
      </footer>
    </article>
  )
}

/** `/p/organisation/<id>`: what an organisation does, for everyone, on the screen and on paper. */
const Profile = ({ id }: { readonly id: string }) => {
  const { data, error } = useQuery({
    queryKey: ['profile', id],
    queryFn: ({ signal }) => ask<ProfileAnswer>(`/api/profile/${encodeURIComponent(id)}`, signal),
  })
  // Themes have their names from it: what the server wrote stays on the screen until then.
  const { isPending: isNaming } = useContextAnswer()
  return (
    <ProfileTexts>
      <Refused error={error} />
      {data && !isNaming && <Sheet answer={data} />}
    </ProfileTexts>
  )
}

export default Profile
