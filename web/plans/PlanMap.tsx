import '../sketch/sketch.css'
import { useQuery } from '@tanstack/react-query'
import type { Geometry, Position } from 'geojson'
import { useState } from 'react'
import type { FeatureAnswer, FeaturesAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import { addressOf, ask } from '../api.ts'
import { bboxOf } from '../map/camera.ts'
import { placeQuery, useRecord } from '../panel/card/queries.ts'
import { type Bbox, frameOf, scaleBarOf, sketchOf } from '../sketch/projection.ts'
import { useText } from '../text/useText.ts'
import { useMedia } from '../useView.ts'
import { Choice } from './Choice.tsx'
import { changeAction, togglePlace } from './draft.ts'
import type { FaceProps } from './Faces.tsx'
import { changePlanView } from './state.ts'

/** Of the drawing: a phone's is smaller, so that its words keep their size. */
const SIZES = { wide: { width: 900, mostHeight: 620 }, narrow: { width: 400, mostHeight: 460 } } as const
const NARROW = '(max-width: 767px)'
const MOST_VILLAGES = 5000
const DOT_PX = 6

type Frame = 'action' | 'plan' | 'region'

const useVillages = (frame: Bbox | null) =>
  useQuery({
    queryKey: ['places', 'villages', ...(frame ?? [])],
    queryFn: ({ signal }) => {
      const bbox = frame!.map((degrees) => degrees.toFixed(3)).join()
      return ask<FeaturesAnswer>(addressOf('/api/features/villages', { bbox, limit: MOST_VILLAGES }), signal)
    },
    enabled: frame !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

const joined = (boxes: readonly Bbox[]): Bbox | null =>
  boxes.length === 0
    ? null
    : boxes.reduce(
        (a, b): Bbox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
      )

/** The box of some places, one question for all of them; null until each is known. */
const useBoxOf = (codes: readonly Code[]) =>
  useQuery({
    queryKey: ['boxes', ...codes],
    queryFn: async ({ client, signal }) => {
      const places = await Promise.all(
        codes.map((code) => client.fetchQuery({ ...placeQuery(code), staleTime: Number.POSITIVE_INFINITY })),
      )
      signal.throwIfAborted()
      return joined(places.flatMap(({ bbox }) => (bbox ? [bbox] : [])))
    },
    enabled: codes.length > 0,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })

type VillageProps = {
  readonly feature: FeatureAnswer
  readonly path: string
  readonly count: number
  readonly isOwn: boolean
  readonly isInPlan: boolean
  readonly onTap: (() => void) | undefined
}

const Village = ({ feature, path, count, isOwn, isInPlan, onTap }: VillageProps) => {
  const { say } = useText()
  const look = isOwn
    ? 'plan-village-own'
    : count > 0
      ? 'plan-village-acted'
      : isInPlan
        ? 'plan-village-in'
        : 'sketch-land'
  return (
    // The list beside the map does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <path
      className={look}
      d={path}
      data-code={feature.properties.code}
      data-tappable={onTap !== undefined}
      onClick={onTap}
    >
      <title>{say('plans.map.village', { name: feature.properties.title, count })}</title>
    </path>
  )
}

/** The places of the actions; with an action chosen, villages are added and removed by a tap. */
export const PlanMap = ({ actions, desk, names, context, answer, chosen }: FaceProps) => {
  const { say, count: number } = useText()
  const { plan, mayChange } = desk
  const [framed, setFrame] = useState<Frame>('plan')
  const [told, setTold] = useState('')
  const isNarrow = useMedia(NARROW)
  const action = actions.find(({ id }) => id === chosen)
  const own = action?.places ?? []
  const { data: ownBox } = useBoxOf(own)
  const { data: planBox } = useBoxOf(plan.places)
  const zone = useRecord('zone', plan.zone).data?.record
  const region = bboxOf(plan.region, context)
  const whole = answer?.bbox ?? planBox ?? region
  const box = { action: ownBox ?? whole, plan: whole, region }[framed]
  const frame = box && frameOf(box)
  const { data: villages, isPending } = useVillages(frame)
  if (!frame) return <p className="page-note">{say('plans.everywhereInPlan')}</p>
  const { width, mostHeight } = SIZES[isNarrow ? 'narrow' : 'wide']
  const sketch = sketchOf(frame, width, mostHeight)
  const { km, px } = scaleBarOf(sketch, frame)
  const actsIn = (code: Code) => actions.filter(({ places }) => places.some((one) => isWithin(code, one)))
  const toggle = (code: Code, name: string) => {
    if (!action) {
      const [first] = actsIn(code)
      if (first) changePlanView({ action: first.id })
      return
    }
    if (!mayChange) return
    // A village of a chosen district is there by the district's code.
    const holder = own.find((one) => isWithin(code, one))
    setTold(holder ? say('plans.map.dropped', { name: names.place(holder) }) : say('plans.map.added', { name }))
    desk.change(togglePlace(plan, action.id, holder ?? code))
  }
  const shown = villages?.features.filter(({ geometry }) => geometry !== null) ?? []
  const islands = [...new Set(actions.flatMap(({ places }) => places))].filter((code) => levelOf(code) === 'island')
  const drawn = (code: Code) => (action ? own.some((one) => isWithin(code, one)) : actsIn(code).length > 0)
  return (
    <div className="plan-map">
      <div className="plan-map-side">
        <label className="field">
          {say('plans.map.action')}
          <select value={chosen ?? ''} onChange={({ target }) => changePlanView({ action: target.value || null })}>
            <option value="">{say('plans.map.none')}</option>
            {actions.map(({ id, what }) => (
              <option key={id} value={id}>
                {what || '–'}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {say('plans.map.frame')}
          <select value={framed} onChange={({ target }) => setFrame(target.value as Frame)}>
            {(['plan', 'action', 'region'] as const).map((one) => (
              <option key={one} value={one} disabled={one === 'action' && own.length === 0}>
                {say(`plans.map.frame.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet">{say(mayChange ? 'plans.map.hint' : 'plans.map.read')}</p>
        {action && mayChange && (
          <Choice
            kind="places"
            label={say('plans.field.places')}
            chosen={own}
            nameOf={names.place}
            onChange={(places) => desk.change(changeAction(plan, action.id, { places }))}
          />
        )}
        {action && own.length === 0 && <p>{say('plans.everywhereInPlan')}</p>}
        {action && !mayChange && (
          <ul className="plan-chips">
            {own.map((code) => (
              <li key={code}>{names.place(code)}</li>
            ))}
          </ul>
        )}
        {!action && (
          <ul className="plan-map-actions">
            {actions.map(({ id, what, places }) => (
              <li key={id}>
                <button type="button" className="link" onClick={() => changePlanView({ action: id })}>
                  {what || '–'}
                </button>
                <small>
                  {places.length === 0 ? say('plans.everywhereInPlan') : places.map(names.place).join(', ')}
                </small>
              </li>
            ))}
          </ul>
        )}
        <ul className="plan-legend">
          {(['own', 'acted', 'in'] as const).map((one) => (
            <li key={one}>
              <svg width="22" height="14" aria-hidden="true">
                <rect className={`plan-village-${one}`} x="1" y="1" width="20" height="12" />
              </svg>
              {say(`plans.map.legend.${one}`)}
            </li>
          ))}
        </ul>
        <p className="unseen" role="status">
          {told}
        </p>
      </div>
      <figure>
        <svg
          className="sketch plan-sketch"
          viewBox={`0 0 ${sketch.width} ${sketch.height}`}
          role="img"
          aria-busy={isPending}
          aria-label={say('plans.map.of', {
            count: shown.filter(({ properties }) => drawn(properties.code ?? '')).length,
          })}
        >
          <rect className="sketch-sea" width={sketch.width} height={sketch.height} />
          {shown.map((feature) => {
            const code = feature.properties.code ?? ''
            return (
              <Village
                key={code}
                feature={feature}
                path={sketch.path(feature.geometry!)}
                count={actsIn(code).length}
                isOwn={own.some((one) => isWithin(code, one))}
                isInPlan={plan.places.some((one) => isWithin(code, one))}
                onTap={mayChange || !action ? () => toggle(code, feature.properties.title) : undefined}
              />
            )
          })}
          {zone && <path className="plan-zone" d={sketch.path(zone.geometry)} />}
          {islands.map((code) => (
            <Island key={code} code={code} point={sketch.point} isOwn={own.includes(code)} name={names.place(code)} />
          ))}
          {shown
            .filter(({ properties }) => drawn(properties.code ?? ''))
            .map(({ properties, geometry }) => (
              <Label
                key={properties.code}
                geometry={geometry!}
                point={sketch.point}
                words={`${properties.title} (${number(actsIn(properties.code!).length)})`}
              />
            ))}
          <g className="sketch-scale" transform={`translate(12 ${sketch.height - 14})`}>
            <path d={`M0 -5V0H${px.toFixed(1)}V-5`} />
            <text x={px + 8} y={1}>
              {say('pages.km', { km: number(km) })}
            </text>
          </g>
        </svg>
      </figure>
    </div>
  )
}

type PointProps = { readonly code: Code; readonly point: ReturnType<typeof sketchOf>['point'] }

const Island = ({ code, point, isOwn, name }: PointProps & { readonly isOwn: boolean; readonly name: string }) => {
  const { data } = useQuery(placeQuery(code))
  if (!data) return null
  const [cx, cy] = point([...data.position])
  return (
    <circle className={isOwn ? 'plan-village-own' : 'plan-village-acted'} cx={cx} cy={cy} r={DOT_PX}>
      <title>{name}</title>
    </circle>
  )
}

const positionsIn = (geometry: Geometry): readonly Position[] => {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}

type LabelProps = Pick<PointProps, 'point'> & { readonly geometry: Geometry; readonly words: string }

const Label = ({ geometry, point, words }: LabelProps) => {
  const positions = positionsIn(geometry)
  const middle = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis]!)
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2
  }
  if (positions.length === 0) return null
  const [x, y] = point([middle(0), middle(1)])
  return (
    <text className="plan-label" x={x} y={y} textAnchor="middle">
      {words}
    </text>
  )
}
