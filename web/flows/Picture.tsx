import { type MouseEvent, type PointerEvent, useMemo } from 'react'
import type { FlowCounting, FlowMeasure, FlowPlace, FlowsAnswer } from '../../data/model/flows.ts'
import { measureOf } from '../../data/model/flows.ts'
import { patternId } from '../multiples/Stamp.tsx'
import { useText } from '../text/useText.ts'
import { type Drawing, drawPlaces, type Shapes } from './drawing.ts'
import { curveOf, DISC_PX, labelsOf, numbered, type Room, rowSpot } from './layout.ts'
import { isOf, isSame, type Lifted, type LiftProps } from './lifted.ts'
import type { FlowRow } from './rows.ts'
import { discFor, widthFor } from './widths.ts'
import { leadWords } from './words.ts'

type Props = LiftProps & {
  readonly answer: FlowsAnswer
  readonly counting: FlowCounting
  readonly rows: readonly FlowRow[]
  readonly measure: FlowMeasure
  /** The largest value of any flow that is drawn. */
  readonly most: number
  readonly shapes: Shapes
  readonly ground: Parameters<typeof drawPlaces>[2]
  readonly room: Room
  /** Whether curves lead here from rows beside; without them the flows of one partner are discs. */
  readonly hasCurves: boolean
}

const DOT_PX = 3.5

const Places = ({ answer, drawing, shown }: Pick<Props, 'answer' | 'shown'> & { readonly drawing: Drawing }) => (
  <g transform={drawing.move}>
    {drawing.ground && <path className="flows-ground" d={drawing.ground} />}
    {/* Under all places, so that only its outer half is seen: the edge of the region. */}
    <path className="flows-edge" d={[...drawing.paths.values()].join('')} />
    {answer.places.map(({ code, verdict, partners }) => (
      <path
        key={code}
        className="flows-place"
        data-place={code}
        data-worked={partners > 0}
        data-lifted={shown?.kind === 'place' && shown.id === code}
        d={drawing.paths.get(code) ?? ''}
        {...(partners > 0 ? {} : { fill: `url(#${patternId(verdict)})` })}
      />
    ))}
  </g>
)

type CurvesProps = Pick<Props, 'rows' | 'measure' | 'most' | 'counting' | 'shown'> & { readonly drawing: Drawing }

const Curves = ({ rows, measure, most, counting, shown, drawing }: CurvesProps) => {
  const widthOf = widthFor(measure, most)
  const spots = new Map(drawing.nodes.map(({ code, spot }) => [code, spot]))
  const curves = rows.flatMap(({ id, flows }, at) =>
    flows.flatMap((flow) => {
      const to = spots.get(flow.place)
      if (!to) return []
      const value = measureOf(flow, measure, counting)
      const isLifted = shown !== null && isOf(shown, id, flow.place)
      return [{ key: `${id} ${flow.place}`, d: curveOf(rowSpot(at), to), value, isLifted, place: flow.place, id }]
    }),
  )
  return (
    <g className="flows-curves" data-some={shown !== null}>
      {/* What is lifted lies above the rest. */}
      {curves
        .toSorted((a, b) => Number(a.isLifted) - Number(b.isLifted))
        .map(({ key, d, value, isLifted, place, id }) => (
          <path
            key={key}
            className="flows-curve"
            data-partner={id}
            data-to={place}
            data-lifted={isLifted}
            data-stated={value !== null}
            d={d}
            strokeWidth={widthOf(value ?? 0)}
          />
        ))}
    </g>
  )
}

const Discs = ({
  drawing,
  places,
  shown,
  rows,
}: Pick<Props, 'shown' | 'rows'> & {
  readonly drawing: Drawing
  readonly places: readonly FlowPlace[]
}) => {
  const withNumber = useMemo(() => numbered(drawing.nodes), [drawing])
  const reached = new Set(
    shown?.kind === 'partner'
      ? rows.filter(({ id }) => id === shown.id).flatMap(({ flows }) => flows.map(({ place }) => place))
      : places.map(({ code }) => code),
  )
  // Dots lie under the numbers around them.
  const nodes = drawing.nodes.toSorted((a, b) => Number(withNumber.has(a.code)) - Number(withNumber.has(b.code)))
  return (
    <g className="flows-discs">
      {nodes.map(({ code, spot: [x, y], partners }) =>
        partners === 0 ? null : (
          <g key={code} data-faded={!reached.has(code)}>
            <circle cx={x} cy={y} r={withNumber.has(code) ? DISC_PX : DOT_PX} />
            {withNumber.has(code) && (
              <text x={x} y={y}>
                {partners}
              </text>
            )}
          </g>
        ),
      )}
    </g>
  )
}

/** The flows of one partner where no curves can lead to them: discs by what the width of a curve would say. */
const OwnDiscs = ({ rows, shown, measure, most, counting, drawing }: CurvesProps) => {
  const radiusOf = discFor(most)
  const flows = rows.find(({ id }) => shown?.kind === 'partner' && shown.id === id)?.flows ?? []
  return (
    <g className="flows-own">
      {drawing.nodes.map(({ code, spot: [x, y] }) => {
        const flow = flows.find(({ place }) => place === code)
        if (!flow) return null
        const value = measureOf(flow, measure, counting)
        return <circle key={code} data-to={code} data-stated={value !== null} cx={x} cy={y} r={radiusOf(value ?? 0)} />
      })}
    </g>
  )
}

/** The places as a sketch map, and the flows that end in them. Keys reach the same by the list, the pick-list and the table. */
export const Picture = (props: Props) => {
  const { answer, rows, measure, counting, most, shapes, ground, room, hasCurves, shown, onHover, onPress } = props
  const text = useText()
  const { say } = text
  const drawing = useMemo(() => drawPlaces(answer.places, shapes, ground, room), [answer, shapes, ground, room])
  const placeAt = ({ target }: MouseEvent | PointerEvent): Lifted | null => {
    const code = target instanceof SVGElement ? target.dataset.place : undefined
    return code === undefined ? null : { kind: 'place', id: code }
  }
  const hover = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return
    const place = placeAt(event)
    if (!isSame(place, shown)) onHover(place)
  }
  const press = (event: MouseEvent) => {
    const place = placeAt(event)
    if (place) onPress(place)
  }
  const hasOwn = !hasCurves && shown?.kind === 'partner'
  const labels = useMemo(() => {
    if (!drawing) return []
    const withNumber = numbered(drawing.nodes)
    const discOf = (code: string) => (withNumber.has(code) ? DISC_PX : DOT_PX)
    return labelsOf(drawing.nodes, room, discOf, shown?.kind === 'place' ? shown.id : null)
  }, [drawing, room, shown])
  const words = `${say(hasCurves ? 'flows.picture' : 'flows.picture.one')}. ${leadWords(answer, text)}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the same by the lists beside it and the table
    <svg
      className="flows-map"
      width={room.width}
      height={room.height}
      role="img"
      aria-label={words}
      onPointerOver={hover}
      onPointerLeave={() => onHover(null)}
      onClick={press}
      data-sea={ground !== undefined && answer.level === 'island'}
    >
      {drawing && (
        <>
          <Places answer={answer} drawing={drawing} shown={shown} />
          {hasCurves && <Curves {...{ rows, measure, most, counting, shown, drawing }} />}
          {hasOwn ? (
            <OwnDiscs {...{ rows, measure, most, counting, shown, drawing }} />
          ) : (
            <Discs drawing={drawing} places={answer.places} shown={shown} rows={rows} />
          )}
          <g className="flows-labels">
            {labels.map(({ code, name, spot: [x, y] }) => (
              <text key={code} x={x} y={y} data-first={shown?.kind === 'place' && shown.id === code}>
                {name}
              </text>
            ))}
          </g>
        </>
      )}
    </svg>
  )
}
