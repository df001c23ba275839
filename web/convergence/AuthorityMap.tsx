import type { Geometry, Position } from 'geojson'
import type { FeaturesAnswer } from '../../data/model/answers.ts'
import type { AuthorityArea } from '../../data/model/authority.ts'
import type { ConvergenceAnswer, ConvergencePlace } from '../../data/model/convergence_answer.ts'
import { HATCHES } from '../../styles/hatches.ts'
import { TILE_CSS_PX } from '../../styles/patterns.ts'
import { frameOf, type Sketch, scaleBarOf, sketchOf } from '../sketch/projection.ts'
import '../sketch/sketch.css'
import { useText } from '../text/useText.ts'
import { useShapes } from './queries.ts'
import { changeConvergence } from './state.ts'

const WIDTH = 680
const MOST_HEIGHT = 460
const LABEL_PX = 15
const NAME_PX = 160

type Kind = AuthorityArea['kind']

/** One period of a hatch, as lines across a square. */
const hatchPath = (kind: Kind): { readonly side: number; readonly d: string } => {
  const { u, v, repeats } = HATCHES[kind]
  const side = TILE_CSS_PX / repeats
  if (v === 0) return { side, d: `M${side / 2} 0V${side}` }
  if (u === 0) return { side, d: `M0 ${side / 2}H${side}` }
  return v > 0
    ? { side, d: `M0 ${side}L${side} 0M-1 1L1 -1M${side - 1} ${side + 1}L${side + 1} ${side - 1}` }
    : { side, d: `M0 0L${side} ${side}M-1 ${side - 1}L1 ${side + 1}M${side - 1} -1L${side + 1} 1` }
}

const Hatches = ({ kinds }: { readonly kinds: readonly Kind[] }) => (
  <defs>
    {kinds.map((kind) => {
      const { side, d } = hatchPath(kind)
      return (
        <pattern key={kind} id={`convergence-${kind}`} width={side} height={side} patternUnits="userSpaceOnUse">
          <path className="convergence-hatch" d={d} />
        </pattern>
      )
    })}
  </defs>
)

const ringsOf = (geometry: Geometry | null): readonly Position[] =>
  geometry?.type === 'Polygon'
    ? (geometry.coordinates[0] ?? [])
    : geometry?.type === 'MultiPolygon'
      ? geometry.coordinates.flatMap(([shell]) => shell ?? [])
      : []

/** Where an area's number stands: at its northernmost position inside the frame, clear of the edge. */
const numberAt = (geometry: Geometry | null, { point, width, height }: Sketch): readonly [number, number] => {
  const inside = ringsOf(geometry)
    .map(point)
    .filter(([x, y]) => x > LABEL_PX && x < width - LABEL_PX && y > LABEL_PX && y < height - LABEL_PX)
  const first = inside.reduce((best, one) => (one[1] < best[1] ? one : best), inside[0] ?? [width / 2, LABEL_PX * 2])
  return [first[0], Math.max(LABEL_PX, first[1])]
}

type Placed = {
  readonly code: string
  readonly name: string
  readonly x: number
  readonly y: number
  /** Its name stands clear of those before it. */
  readonly isClear: boolean
}

/** The place that is asked about and the villages, in this order: who comes later gives way. */
const namesIn = (places: readonly ConvergencePlace[], one: ConvergencePlace, { point }: Sketch): readonly Placed[] => {
  const placed: Placed[] = []
  for (const { code, name, position } of [
    one,
    ...places.filter((place) => place.level === 'village' && place !== one),
  ]) {
    const [x, y] = point([...position])
    const isClear = !placed.some((other) => Math.abs(x - other.x) < NAME_PX && Math.abs(y - other.y) < LABEL_PX * 2)
    placed.push({ code, name, x, y, isClear })
  }
  return placed
}

type AreaFeature = FeaturesAnswer['features'][number]
const kindOf = ({ properties }: AreaFeature): Kind => (properties as unknown as { readonly kind: Kind }).kind

type Props = { readonly answer: ConvergenceAnswer; readonly one: ConvergencePlace }

/** Villages, islands and the authority areas over them, each with its own hatch and number; numbers are those of the reasons. */
export const AuthorityMap = ({ answer: { bbox, places }, one }: Props) => {
  const { say, count, language } = useText()
  const frame = frameOf(bbox ?? [one.position[0], one.position[1], one.position[0], one.position[1]])
  const { data: villages } = useShapes('villages', frame)
  const { data: areas } = useShapes('authority', frame)
  const sketch = sketchOf(frame, WIDTH, MOST_HEIGHT)
  const { km, px } = scaleBarOf(sketch, frame)
  const here = one.authority.map(({ id }) => id)
  const drawn = [...(areas?.features ?? [])].sort(
    (a, b) => Number(here.includes(String(a.properties.id))) - Number(here.includes(String(b.properties.id))),
  )
  const kinds = [...new Set(drawn.map(kindOf))]
  const named = namesIn(places, one, sketch)
  return (
    <figure className="convergence-map">
      <svg
        className="sketch"
        viewBox={`0 0 ${sketch.width} ${sketch.height}`}
        role="img"
        aria-label={say('convergence.map', { place: one.name, count: count(here.length) })}
      >
        <Hatches kinds={kinds} />
        <rect className="sketch-sea" width={sketch.width} height={sketch.height} />
        {villages?.features.map(
          ({ properties, geometry }) =>
            geometry && (
              <path
                key={properties.id}
                className="sketch-land"
                data-chosen={properties.code === (one.village ?? one.code)}
                d={sketch.path(geometry)}
              />
            ),
        )}
        {drawn.map(
          (area) =>
            area.geometry && (
              <path
                key={area.properties.id}
                className="convergence-area"
                data-here={here.includes(String(area.properties.id))}
                d={sketch.path(area.geometry)}
                fill={`url(#convergence-${kindOf(area)})`}
              />
            ),
        )}
        {named.map(({ code, name, x, y, isClear }) => (
          <g key={code} className="convergence-name" data-chosen={code === one.code}>
            <circle cx={x} cy={y} r={code === one.code ? 5 : 3} />
            {isClear && (
              <text x={x + 8} y={y + 4}>
                {name}
              </text>
            )}
          </g>
        ))}
        {drawn.map(({ properties, geometry }) => {
          const at = here.indexOf(String(properties.id))
          if (at < 0) return null
          const [x, y] = numberAt(geometry, sketch)
          return (
            <g
              key={properties.id}
              className="convergence-mapped"
              transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
            >
              <circle r="11" />
              <text y="4">{count(at + 1)}</text>
            </g>
          )
        })}
        <g className="sketch-scale" transform={`translate(12 ${sketch.height - 14})`}>
          <path d={`M0 -5V0H${px.toFixed(1)}V-5`} />
          <text x={px + 8} y={1}>
            {say('pages.km', { km: count(km) })}
          </text>
        </g>
      </svg>
      <figcaption>
        <ul className="convergence-legend">
          {kinds.map((kind) => (
            <li key={kind}>
              <svg viewBox="0 0 28 18" aria-hidden="true">
                <rect
                  className="convergence-area"
                  x="1"
                  y="1"
                  width="26"
                  height="16"
                  fill={`url(#convergence-${kind})`}
                />
              </svg>
              {say(`record.authority.${kind}`)}
            </li>
          ))}
        </ul>
        <p>
          {say('convergence.map.about')}{' '}
          <a
            className="link"
            href={`/?region=${one.code.slice(0, 5)}&selected=place:${one.code}${language === 'en' ? '&lang=en' : ''}`}
          >
            {say('convergence.toMap')}
          </a>
          {one.village && (
            <>
              {' '}
              <button type="button" className="link" onClick={() => changeConvergence({ place: one.village })}>
                {say('convergence.toVillage', { village: places.find(({ code }) => code === one.village)?.name ?? '' })}
              </button>
            </>
          )}
        </p>
      </figcaption>
    </figure>
  )
}
