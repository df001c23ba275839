import './sketch.css'
import { useQuery } from '@tanstack/react-query'
import type { Feature, Geometry } from 'geojson'
import type { FeaturesAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { addressOf, ask } from '../api.ts'
import { useText } from '../text/useText.ts'
import { type Bbox, frameOf, scaleBarOf, sketchOf } from './projection.ts'

type Props = {
  readonly bbox: Bbox
  readonly features: readonly Feature<Geometry, unknown>[]
  /** Villages, or districts and regencies with all theirs, that are named and not drawn. */
  readonly codes?: readonly Code[]
  /** What stood here before, drawn dashed underneath. */
  readonly before?: readonly Feature<Geometry, unknown>[]
  readonly words: string
}

const WIDTH = 680
const MOST_HEIGHT = 420
const DOT_PX = 5

const Shape = ({
  geometry,
  sketch,
  look,
}: {
  geometry: Geometry
  sketch: ReturnType<typeof sketchOf>
  look: string
}) => {
  if (geometry.type === 'Point') {
    const [x, y] = sketch.point(geometry.coordinates)
    return <circle className={look} cx={x} cy={y} r={DOT_PX} />
  }
  if (geometry.type === 'GeometryCollection')
    return geometry.geometries.map((one, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one geometry have no other name
      <Shape key={at} geometry={one} sketch={sketch} look={look} />
    ))
  return <path className={look} d={sketch.path(geometry)} />
}

const usePlaces = (layer: 'districts' | 'villages', frame: Bbox, enabled: boolean) =>
  useQuery({
    queryKey: ['places', layer, ...frame],
    queryFn: ({ signal }) => {
      const bbox = frame.map((degrees) => degrees.toFixed(3)).join()
      return ask<FeaturesAnswer>(addressOf(`/api/features/${layer}`, { bbox, limit: 5000 }), signal)
    },
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A small map that needs no graphics card and prints crisp: shapes over the outlines of the districts. */
export const SketchMap = ({ bbox, features, codes = [], before = [], words }: Props) => {
  const { say, count } = useText()
  const frame = frameOf(bbox)
  const { data: ground } = usePlaces('districts', frame, true)
  const { data: villages } = usePlaces('villages', frame, codes.length > 0)
  const named = villages?.features.filter(({ properties: { code = '' } }) => codes.some((one) => isWithin(code, one)))
  const sketch = sketchOf(frame, WIDTH, MOST_HEIGHT)
  const { km, px } = scaleBarOf(sketch, frame)
  return (
    <svg className="sketch" viewBox={`0 0 ${sketch.width} ${sketch.height}`} role="img" aria-label={words}>
      <rect className="sketch-sea" width={sketch.width} height={sketch.height} />
      {ground?.features.map(
        ({ properties, geometry }) =>
          geometry && <Shape key={properties.id} geometry={geometry} sketch={sketch} look="sketch-land" />,
      )}
      {named?.map(
        ({ properties, geometry }) =>
          geometry && <Shape key={properties.id} geometry={geometry} sketch={sketch} look="sketch-site" />,
      )}
      {before.map(({ geometry }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sites have no name of their own
        <Shape key={`before ${at}`} geometry={geometry} sketch={sketch} look="sketch-before" />
      ))}
      {features.map(({ geometry }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sites have no name of their own
        <Shape key={at} geometry={geometry} sketch={sketch} look="sketch-site" />
      ))}
      <g className="sketch-scale" transform={`translate(12 ${sketch.height - 14})`}>
        <path d={`M0 -5V0H${px.toFixed(1)}V-5`} />
        <text x={px + 8} y={1}>
          {say('pages.km', { km: count(km) })}
        </text>
      </g>
    </svg>
  )
}
