import type { PlaceAnswer } from '../../../data/model/answers.ts'
import type { Language } from '../../../data/model/words.ts'
import { addressOf } from '../../api.ts'
import { useText } from '../../text/useText.ts'
import { Actions } from '../card/Actions.tsx'
import { Figures } from '../card/Figures.tsx'
import { Matches } from '../card/Matches.tsx'
import { organisationName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { ListSection, Section } from '../card/Section.tsx'
import { To } from '../card/To.tsx'
import { WhyPart } from '../card/WhyPart.tsx'
import type { CardProps } from '../props.ts'
import { IslandFacts } from './Facts.tsx'
import { History } from './History.tsx'
import { PlaceHead } from './PlaceHead.tsx'
import { Sources } from './Sources.tsx'
import { TargetLine } from './TargetLine.tsx'
import { useStanding } from './useStanding.ts'

/** The records behind the verdict before the others. */
const ownFirst = <Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]) => [
  ...items.filter(({ id }) => ids.includes(id)),
  ...items.filter(({ id }) => !ids.includes(id)),
]

/** A district or a regency is not asked about by itself: the programme is opened as a whole. */
const convergenceAddress = (programme: string, { code, level }: PlaceAnswer, language: Language): string =>
  addressOf('/convergence', {
    programme,
    place: level === 'village' || level === 'island' ? code : undefined,
    lang: language === 'en' ? language : undefined,
  })

type Props = CardProps & { readonly place: PlaceAnswer }

/** A place: its verdict and why, the target, who could help, what happened before, and where all that comes from. */
export const PlaceCard = ({ place, view, context, coverage, palette, changeView, onZoom }: Props) => {
  const { say, language } = useText()
  const { years, verdict, target, targetIds, activityIds, matches, sample } = useStanding({
    view,
    context,
    coverage,
    place,
  })
  return (
    <>
      <div className="card-body">
        <PlaceHead place={place} view={view} context={context} palette={palette} verdict={verdict} sample={sample} />
        {verdict && place.level !== 'region' && (
          <WhyPart
            view={view}
            context={context}
            coverage={coverage}
            changeView={changeView}
            code={place.code}
            level={place.level}
          />
        )}
        {place.convergence.length > 0 && (
          <Section title={say('card.convergence')}>
            {place.convergence.map(({ id }) => (
              <p key={id}>
                <a className="link" href={convergenceAddress(id, place, language)}>
                  {say('card.convergence.who')}
                </a>{' '}
                <span className="quiet">{say('card.convergence.about')}</span>
              </p>
            ))}
          </Section>
        )}
        {target && (
          <Section
            title={say('card.target', { owner: organisationName(context, target.organisation) })}
            aside={
              targetIds.length > 1 && (
                <span className="quiet">{say('card.target.more', { count: targetIds.length - 1 })}</span>
              )
            }
          >
            <TargetLine target={target} />
            <p className="target-name">
              <To selection={{ kind: 'target', id: target.id }}>{target.indicator}</To>
            </p>
          </Section>
        )}
        {matches && <Matches key={targetIds[0]} title={say('card.matches')} matches={matches} to="organisation" />}
        {years && <History view={view} years={years} palette={palette} changeView={changeView} />}
        {place.island && <IslandFacts island={place.island} />}
        <ListSection
          title={say('card.activities')}
          items={ownFirst(place.activities, activityIds)}
          most={4}
          keyOf={({ id }) => id}
          render={({ id, title }) => <To selection={{ kind: 'activity', id }}>{title}</To>}
        />
        <ListSection
          title={say('card.targets')}
          items={ownFirst(place.targets, targetIds)}
          most={3}
          keyOf={({ id }) => id}
          render={({ id, title }) => <To selection={{ kind: 'target', id }}>{title}</To>}
        />
        <ListSection
          title={say('card.authority')}
          items={place.authority}
          most={4}
          keyOf={({ id }) => id}
          render={({ id, name, areaHa }) => (
            <span className="spread">
              <To selection={{ kind: 'authority', id }}>{name}</To>
              <span className="quiet">{say('card.ha', { ha: formatHa(areaHa, language) })}</span>
            </span>
          )}
        />
        {place.figures.length > 0 && (
          <Section title={say('card.figures')}>
            <Figures figures={place.figures} />
            <p className="quiet figures-about">{say('card.figures.about')}</p>
          </Section>
        )}
        <Sources
          behind={[
            ...targetIds.map((id) => ({ kind: 'target' as const, id })),
            ...activityIds.map((id) => ({ kind: 'activity' as const, id })),
          ]}
          place={place}
        />
      </div>
      <Actions
        bbox={place.bbox}
        json={`/api/places/${place.code}`}
        onZoom={onZoom}
        onReport={() =>
          changeView((v) => ({ ...v, selection: null, area: { kind: 'units', codes: [place.code] }, bufferKm: 0 }))
        }
      />
    </>
  )
}
