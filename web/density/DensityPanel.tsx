import './density.css'
import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { LAYERS } from '../../data/layers/index.ts'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { classOf, type Hexagon } from '../../data/model/density.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { densityColours } from '../../styles/density.ts'
import { PALETTES } from '../../styles/palette.ts'
import { SWATCH, swatchSvg } from '../../styles/swatch.ts'
import { Answered } from '../analysis/Answered.tsx'
import { type Density, HEXAGONS_KM } from '../analysis/keys.ts'
import { closeAnalysis } from '../analysis/open.ts'
import { organisationName } from '../panel/card/names.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import { canDraw } from './canDraw.ts'
import { DensityTexts } from './DensityTexts.tsx'
import { partnersOf, placesOf, shortly } from './names.ts'
import { usePoints } from './queries.ts'
import { type Told, tell } from './told.ts'
import { monthName } from './when.ts'

type Props = CardProps & { readonly density: Density; readonly children?: ReactNode }

/** So many of the fullest are listed, the first few at once. */
const LISTED = 100
const SHOWN = 6
/** Months that play are said once they stand still. */
const REST_MS = 900

type Choice = { readonly key: string; readonly words: string; readonly change: Partial<Density> }

const Asked = ({ view, density, context, changeView }: Props) => {
  const text = useText()
  const { say } = text
  const groups: readonly { readonly name: string; readonly pressed: string; readonly choices: readonly Choice[] }[] = [
    {
      name: say('density.form'),
      pressed: density.km === null ? 'points' : 'hexagons',
      choices: [
        { key: 'hexagons', words: say('density.form.hexagons'), change: { km: density.km ?? 5 } },
        { key: 'points', words: say('density.form.points'), change: { km: null } },
      ],
    },
    ...(density.km === null
      ? []
      : [
          {
            name: say('density.km'),
            pressed: `${density.km}`,
            choices: HEXAGONS_KM.map((km) => ({
              key: `${km}`,
              words: say('density.km.of', { km }),
              change: { km },
            })),
          },
        ]),
    {
      name: say('density.themes'),
      pressed: density.allThemes ? 'all' : 'one',
      choices: [
        { key: 'one', words: named(view, context, text).theme, change: { allThemes: false } },
        { key: 'all', words: say('density.themes.all'), change: { allThemes: true } },
      ],
    },
  ]
  return (
    <div className="density-asked">
      {groups.map(({ name, pressed, choices }) => (
        <fieldset key={name}>
          <legend>{name}</legend>
          {choices.map(({ key, words, change }) => (
            <button
              key={key}
              type="button"
              className="button-quiet"
              aria-pressed={key === pressed}
              onClick={() =>
                changeView((v) => ({ ...v, density: v.density && { ...v.density, chosen: null, ...change } }))
              }
            >
              {words}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

type FoundProps = Props & { readonly told: Told; readonly when: string }

const Figure = ({ view, density, context, told, when }: FoundProps) => {
  const text = useText()
  const { say, count } = text
  const { activities, drawn } = told.counted
  const names = named(view, context, text)
  const values = {
    total: count(activities),
    theme: density.allThemes ? say('density.themes.all') : names.theme,
    region: names.region,
    when,
  }
  const announced = useSettled(say('density.announce', { ...values, count: count(drawn) }), REST_MS)
  return (
    <>
      <p className="figure">
        <span className="figure-number">{count(drawn)}</span>
        <span className="figure-words">
          <strong>{say('density.figure', { count: drawn })}</strong>
          <span>{say('density.of', values)}</span>
        </span>
      </p>
      {drawn === 0 && <p className="empty">{say('density.none', { when })}</p>}
      {activities > drawn && (
        <p className="analysis-about">{say('density.unplaced', { count: count(activities - drawn) })}</p>
      )}
      <p className="unseen" role="status">
        {announced}
      </p>
    </>
  )
}

const styleOf = (channels: readonly number[] | undefined) => ({ background: `rgb(${channels?.join(' ') ?? '0 0 0'})` })

const HexagonLegend = ({ told, density, palette }: FoundProps) => {
  const { say, count } = useText()
  if (!told.hexagons || told.hexagons.all.length === 0) return null
  const { all, limits } = told.hexagons
  const colours = densityColours(PALETTES[palette], limits.length)
  const held = limits.map((_, at) => all.filter(({ activities }) => classOf(activities, limits) === at).length)
  const sum = all.reduce((total, { activities }) => total + activities, 0)
  const most = Math.max(limits.at(-1) ?? 1, all[0]?.activities ?? 0)
  const rows = limits.map((least, at) => ({ least, most: (limits[at + 1] ?? most + 1) - 1, at }))
  return (
    <section className="analysis-part" aria-labelledby="density-legend">
      <div className="section-head">
        <h3 id="density-legend">{say('density.legend', { km: density.km ?? 0 })}</h3>
      </div>
      <ul className="density-classes">
        {rows.map((row) => (
          <li key={row.least}>
            <span className="density-swatch" style={styleOf(colours[row.at])} aria-hidden="true" />
            <span>
              {row.most > row.least
                ? say('density.class.range', { least: count(row.least), most: count(row.most) })
                : say('density.class.one', { least: count(row.least) })}
            </span>
            <span className="quiet">{say('density.class.count', { count: held[row.at]! })}</span>
          </li>
        ))}
      </ul>
      <p className="quiet density-sum" data-sum={sum}>
        {say(sum === told.counted.drawn ? 'density.sum' : 'density.sum.several', {
          sum: count(sum),
          count: count(told.counted.drawn),
        })}
      </p>
    </section>
  )
}

const PointLegend = ({ told, palette }: FoundProps) => {
  const { say, count, language } = useText()
  const { legend } = LAYERS.find(({ id }) => id === 'activities')!
  const { byStatus } = told.counted
  return (
    <section className="analysis-part" aria-labelledby="density-legend">
      <div className="section-head">
        <h3 id="density-legend">{say('density.points')}</h3>
      </div>
      <ul className="density-classes">
        {ACTIVITY_STATUSES.map((status, at) => {
          const entry = legend.find(({ value }) => value === status)
          return (
            entry && (
              <li key={status} data-empty={byStatus[at] === 0}>
                <img src={swatchSvg(entry, PALETTES[palette])} alt="" width={SWATCH.width} height={SWATCH.height} />
                <span>{entry.label[language]}</span>
                <strong>{count(byStatus[at]!)}</strong>
              </li>
            )
          )
        })}
      </ul>
      <p className="quiet density-sum">{say('density.points.about')}</p>
    </section>
  )
}

const Chosen = ({ told, density, context, changeView, when }: FoundProps) => {
  const { say } = useText()
  const { chosen } = density
  if (!chosen || !told.hexagons) return null
  const hexagon = told.hexagons.all.find(({ q, r }) => q === chosen.q && r === chosen.r)
  const { points } = told
  return (
    <section className="analysis-part density-chosen" aria-labelledby="density-chosen">
      <div className="section-head">
        <h3 id="density-chosen">{say('density.chosen')}</h3>
        <button
          type="button"
          className="density-let-go"
          aria-label={say('density.chosen.close')}
          onClick={() => changeView((v) => ({ ...v, density: v.density && { ...v.density, chosen: null } }))}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      {hexagon ? (
        <>
          <p>
            <strong>
              {say('density.chosen.count', { count: hexagon.activities, sites: hexagon.sites.length, when })}
            </strong>
          </p>
          <dl>
            <dt>{say('density.chosen.places')}</dt>
            <dd>{placesOf(hexagon, points).join(' · ')}</dd>
            <dt>{say('density.chosen.partners')}</dt>
            <dd>
              {partnersOf(hexagon, points)
                .map((id) => organisationName(context, id))
                .join(' · ')}
            </dd>
          </dl>
        </>
      ) : (
        <p className="quiet">{say('density.chosen.empty', { when })}</p>
      )}
    </section>
  )
}

const Fullest = ({ told, density, palette, changeView }: FoundProps) => {
  const text = useText()
  if (!told.hexagons) return null
  const { all, limits } = told.hexagons
  const colours = densityColours(PALETTES[palette], limits.length)
  const isChosen = ({ q, r }: Hexagon) => density.chosen?.q === q && density.chosen.r === r
  return (
    <ListSection
      title={text.say('density.fullest')}
      items={all.slice(0, LISTED)}
      most={SHOWN}
      keyOf={({ q, r }) => `${q} ${r}`}
      className="density-fullest"
      render={(hexagon) => (
        <button
          type="button"
          className="density-row"
          aria-pressed={isChosen(hexagon)}
          onClick={() => {
            const chosen = isChosen(hexagon) ? null : { q: hexagon.q, r: hexagon.r }
            changeView((v) => ({ ...v, density: v.density && { ...v.density, chosen } }))
          }}
        >
          <span
            className="density-swatch"
            style={styleOf(colours[classOf(hexagon.activities, limits)])}
            aria-hidden="true"
          />
          <span>{shortly(placesOf(hexagon, told.points), text)}</span>
          <strong>{text.say('density.hexagon', { count: hexagon.activities })}</strong>
        </button>
      )}
    />
  )
}

/** What was counted and what was left out, and as of when. */
const About = ({ view, told }: FoundProps) => {
  const { say, count, date } = useText()
  const { seq, time } = told.points.asOf
  const { drawn, sites } = told.counted
  return (
    <div className="quiet density-about">
      {drawn > 0 && <p>{say('density.sites', { sites: count(sites) })}</p>}
      {drawn > 0 && view.statuses.length === 0 && <p>{say('density.statuses')}</p>}
      <p>{say('about.asOf', { seq: count(seq), date: date(time) })}</p>
    </div>
  )
}

const Found = (props: FoundProps) => {
  const { told, children } = props
  const isListed = told.counted.drawn > 0
  return (
    <>
      <Figure {...props} />
      <Asked {...props} />
      {children}
      {isListed && <Chosen {...props} />}
      {isListed && (told.hexagons ? <HexagonLegend {...props} /> : <PointLegend {...props} />)}
      <About {...props} />
      <Fullest {...props} />
    </>
  )
}

const isElsewhere = ({ target, defaultPrevented }: KeyboardEvent): boolean =>
  defaultPrevented ||
  (target instanceof HTMLInputElement && target.type !== 'range') ||
  document.querySelector('[role="dialog"], [role="listbox"], .card') !== null

const Page = (props: Props) => {
  const { view, density, context, changeView } = props
  const { say, language } = useText()
  const asked = usePoints(view)
  const when = density.month === null ? formatPeriod(view.period) : monthName(density.month, language)
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isElsewhere(event)) changeView(closeAnalysis)
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [changeView])
  return (
    <>
      {!canDraw() && (
        <div className="density-no-gpu" role="status">
          <p>{say('density.noGpu')}</p>
          <button type="button" className="button-quiet" onClick={() => changeView((v) => ({ ...v, table: true }))}>
            {say('density.table')}
          </button>
        </div>
      )}
      <Answered asked={asked}>
        {(points) => <Found {...props} when={when} told={tell(points, view, density, context)} />}
      </Answered>
    </>
  )
}

/** Where activities lie, counted by hexagon or by point: figures, legend and lists beside the map that draws them. */
const DensityPanel = (props: Props) => (
  <DensityTexts>
    <Page {...props} />
  </DensityTexts>
)
export default DensityPanel
