import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Annotation, Position } from '../../data/model/story.ts'
import { useCameraKey } from '../map/Frame.tsx'
import { useText } from '../text/useText.ts'

type Pixel = readonly [x: number, y: number]
type To = (position: Position) => Pixel

/** Room between an arrow's tip and what it points at. */
const TIP_GAP_PX = 6
const HEAD_PX = 15

const arrowPath = (from: Pixel, to: Pixel): { readonly shaft: string; readonly head: string } => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const tip: Pixel = [to[0] - ux * TIP_GAP_PX, to[1] - uy * TIP_GAP_PX]
  const base: Pixel = [tip[0] - ux * HEAD_PX, tip[1] - uy * HEAD_PX]
  const wing = HEAD_PX * 0.46
  const at = ([x, y]: Pixel) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return {
    shaft: `M${at(from)}L${at([base[0] + ux * 2, base[1] + uy * 2])}`,
    head: `M${at(tip)}L${at([base[0] - uy * wing, base[1] + ux * wing])}L${at([base[0] + uy * wing, base[1] - ux * wing])}Z`,
  }
}

/** An area is named on the middle of its upper edge: its inside belongs to the map. */
const topOf = (ring: readonly Pixel[]): Pixel => {
  const xs = ring.map(([x]) => x)
  return [(Math.min(...xs) + Math.max(...xs)) / 2, Math.min(...ring.map(([, y]) => y))]
}

type LabelProps = { readonly at: Pixel; readonly text: string; readonly side: string; readonly widthPx: number }

/** Near an edge of the map a label opens towards the middle. */
const opening = (x: number, widthPx: number): string =>
  x > widthPx * 0.8 ? 'left' : x < widthPx * 0.2 ? 'right' : 'both'

const Label = ({ at: [x, y], text, side, widthPx }: LabelProps) => (
  <span
    className="present-label"
    data-side={side}
    data-opens={opening(x, widthPx)}
    style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}
  >
    <span>{text}</span>
  </span>
)

/** Lines and outlines of one annotation. */
const Strokes = ({ annotation, to }: { readonly annotation: Annotation; readonly to: To }) => {
  if (annotation.kind === 'arrow') {
    const { shaft, head } = arrowPath(to(annotation.from), to(annotation.to))
    return (
      <g className="present-arrow">
        <path className="present-casing" d={`${shaft}${head}`} />
        <path className="present-shaft" d={shaft} />
        <path className="present-head" d={head} />
      </g>
    )
  }
  if (annotation.kind !== 'area') return null
  const points = annotation.ring
    .map((position) =>
      to(position)
        .map((px) => px.toFixed(1))
        .join(','),
    )
    .join(' ')
  return (
    <g className="present-area">
      <polygon className="present-casing" points={points} />
      <polygon points={points} />
    </g>
  )
}

type WrittenProps = { readonly annotation: Annotation; readonly to: To; readonly widthPx: number }

const Written = ({ annotation, to, widthPx }: WrittenProps) => {
  const label = (at: Pixel, text: string, side: string) => <Label at={at} text={text} side={side} widthPx={widthPx} />
  switch (annotation.kind) {
    case 'arrow':
      return annotation.text ? label(to(annotation.from), annotation.text, 'tail') : null
    case 'label':
      return label(to(annotation.at), annotation.text, 'above')
    case 'area':
      return annotation.text ? label(topOf(annotation.ring.map(to)), annotation.text, 'on') : null
    case 'number': {
      const [x, y] = to(annotation.at)
      return (
        <span className="present-number" style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}>
          <span>{annotation.number}</span>
        </span>
      )
    }
  }
}

type Props = { readonly map: MapLibreMap; readonly annotations: readonly Annotation[] }

/** What the author drew over the map; it follows the camera, and is told in words beside the map. */
export const Annotations = ({ map, annotations }: Props) => {
  useCameraKey(map)
  const widthPx = map.getContainer().clientWidth
  const to: To = ([lng, lat]) => {
    const { x, y } = map.project([lng, lat])
    return [x, y]
  }
  // An annotation has no name of its own, and its place in the list is fixed.
  const keyed = annotations.map((annotation, at) => ({ annotation, key: `${at}` }))
  return (
    <div className="present-annotations" aria-hidden="true">
      <svg className="present-strokes" aria-hidden="true">
        {keyed.map(({ annotation, key }) => (
          <Strokes key={key} annotation={annotation} to={to} />
        ))}
      </svg>
      {keyed.map(({ annotation, key }) => (
        <Written key={key} annotation={annotation} to={to} widthPx={widthPx} />
      ))}
    </div>
  )
}

/** The same in words: numbers with their meaning for everyone, the rest for who cannot see the map. */
export const AnnotationWords = ({ annotations }: Pick<Props, 'annotations'>) => {
  const { say } = useText()
  if (annotations.length === 0) return null
  const bare = say('present.annotation.bare')
  const wordsOf = (annotation: Annotation): string => {
    const text = annotation.text ?? bare
    return annotation.kind === 'number'
      ? say('present.annotation.number', { number: annotation.number, text })
      : say(`present.annotation.${annotation.kind}`, { text })
  }
  const numbered = annotations.filter((one) => one.kind === 'number')
  return (
    <section aria-label={say('present.annotations')}>
      {numbered.length > 0 && (
        <ol className="present-key">
          {numbered.map((one) => (
            <li key={`${one.number} ${one.at.join()}`}>
              <span className="present-key-number" aria-hidden="true">
                {one.number}
              </span>
              <span aria-hidden="true">{one.text ?? bare}</span>
              <span className="unseen">{wordsOf(one)}</span>
            </li>
          ))}
        </ol>
      )}
      <ul className="unseen">
        {annotations
          .filter((one) => one.kind !== 'number')
          .map((one) => (
            <li key={wordsOf(one)}>{wordsOf(one)}</li>
          ))}
      </ul>
    </section>
  )
}
