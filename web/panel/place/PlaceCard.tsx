import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { CoverageUnit, PlaceAnswer, RegencySummary } from '../../../data/model/answers.ts'
import type { Verdict } from '../../../data/model/verdict.ts'
import { useYears } from '../../queries.ts'
import { useText } from '../../text/useText.ts'
import type { View } from '../../view.ts'
import { Actions } from '../card/Actions.tsx'
import { Figures } from '../card/Figures.tsx'
import { Heading } from '../card/Heading.tsx'
import { Matches } from '../card/Matches.tsx'
import { organisationName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { Origin } from '../card/Origin.tsx'
import { useMatches, useRecord } from '../card/queries.ts'
import { ListSection, Section } from '../card/Section.tsx'
import { To } from '../card/To.tsx'
import type { CardProps } from '../props.ts'
import { Swatch } from '../Swatch.tsx'
import { IslandFacts } from './Facts.tsx'
import { History } from './History.tsx'
import { Sources } from './Sources.tsx'
import { TargetLine } from './TargetLine.tsx'
import { kindOfPlace, whyOf } from './why.ts'

const HISTORY_YEARS = 6

/** Years on record that hold the asked one, the asked one last where there are enough before it. */
const historyRange = ([first, last]: readonly [number, number], asked: number): readonly [number, number] => {
  const to = Math.max(Math.min(asked, last), Math.min(last, first + HISTORY_YEARS - 1))
  return [Math.max(first, to - HISTORY_YEARS + 1), to]
}

const regencyOf = ({ code }: PlaceAnswer, regencies: readonly RegencySummary[]) =>
  regencies.find((regency) => code === regency.code || code.startsWith(`${regency.code}.`))?.code

/** What is known of the unit for the question: from the answer on screen, else from its own years. */
const verdictOf = (
  unit: CoverageUnit | undefined,
  years: readonly { readonly year: number; readonly verdict?: Verdict }[] | undefined,
  { from, to }: View['period'],
): Verdict | undefined => unit?.verdict ?? (from === to ? years?.find(({ year }) => year === to)?.verdict : undefined)

type Props = CardProps & { readonly place: PlaceAnswer }

/** A place: its verdict and why, the target, who could help, what happened before, and where all that comes from. */
export const PlaceCard = (props: Props) => {
  const { place, view, context, coverage, palette, changeView, onZoom } = props
  const text = useText()
  const { say, language } = text
  const { code, level, lineage } = place
  const region = regencyOf(place, context.regencies)
  const years = useYears(
    { ...view, region: region ?? view.region, level: level === 'region' ? view.level : level },
    region ? historyRange(context.years, view.period.to) : undefined,
    code,
  ).data?.years
  const unit = coverage?.units.find((one) => one.code === code)
  const verdict = verdictOf(unit, years, view.period)
  const due = place.targets.filter(
    ({ theme, year }) => theme === view.theme && view.period.from <= year && year <= view.period.to,
  )
  const targetIds = unit?.targets ?? due.map(({ id }) => id)
  const target = useRecord('target', targetIds[0]).data
  const matches = useMatches(targetIds[0] === undefined ? undefined : { target: targetIds[0], within: code }).data
  const activityIds = unit?.activities ?? []
  const sample = [...place.activities, ...place.targets, ...place.authority].some(({ origin }) => origin === 'sample')
  const above = lineage.at(-2)
  const aboveLevel = level === 'village' ? 'district' : level === 'regency' ? 'region' : 'regency'
  const entry = VERDICT_LEGEND.find(({ value }) => value === verdict?.kind)
  const ownFirst = <Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]) => [
    ...items.filter(({ id }) => ids.includes(id)),
    ...items.filter(({ id }) => !ids.includes(id)),
  ]

  return (
    <>
      <div className="card-body">
        <div className="card-chips">
          {entry && (
            <span className="card-verdict" data-verdict={entry.value}>
              <Swatch meaning={entry.meaning} palette={palette} />
              {entry.label[language]}
            </span>
          )}
          {sample && <Origin origin="sample" />}
        </div>
        <Heading>{place.name}</Heading>
        <p className="card-under">
          {[
            say(`card.level.${kindOfPlace(code, level)}`),
            ...(above ? [say(`card.above.${aboveLevel}`, { name: above.name })] : []),
            code,
          ].join(' · ')}
        </p>
        <p className="card-why">
          {verdict
            ? whyOf({ verdict, view, context, place, text })
            : level === 'region' && say('card.why.none', { here: say('card.here.region') })}
        </p>
        {verdict?.kind === 'coordinated' && verdict.binding.kind !== 'plan' && (
          <p className="card-binding">
            {say('card.binding')}: <BindingName {...verdict.binding} />
          </p>
        )}
        {target && (
          <Section
            title={say('card.target', { owner: organisationName(context, target.record.organisation) })}
            aside={
              targetIds.length > 1 && (
                <span className="quiet">{say('card.target.more', { count: targetIds.length - 1 })}</span>
              )
            }
          >
            <TargetLine target={target.record} />
            <p className="target-name">
              <To selection={{ kind: 'target', id: target.record.id }}>{target.record.indicator}</To>
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
      <Actions bbox={place.bbox} json={`/api/places/${code}`} onZoom={onZoom} />
    </>
  )
}

const BindingName = ({ kind, id }: { readonly kind: 'agreement' | 'activity' | 'plan'; readonly id: string }) => {
  const own = kind === 'activity' ? 'activity' : 'agreement'
  const { data } = useRecord(own, id)
  return <To selection={{ kind: own, id }}>{data?.record.title ?? id}</To>
}
