import type { Map as MapLibreMap } from 'maplibre-gl'
import type { PointerEvent } from 'react'
import type { Annotation, Position } from '../../data/model/story.ts'
import { useCameraKey } from '../map/Frame.tsx'
import { movedPosition, positionsOf } from './marks.ts'

type Pixel = readonly [x: number, y: number]
type Props = {
  readonly map: MapLibreMap
  readonly annotations: readonly Annotation[]
  /** Corners of a mark that is being set. */
  readonly pending: readonly Position[]
  /** Undefined where nothing may be moved. */
  readonly onMove: ((at: number, annotation: Annotation) => void) | undefined
}

const middleOf = (pixels: readonly Pixel[]): Pixel => [
  pixels.reduce((sum, [x]) => sum + x, 0) / pixels.length,
  pixels.reduce((sum, [, y]) => sum + y, 0) / pixels.length,
]

const listed = (pixels: readonly Pixel[]): string => pixels.map((pixel) => pixel.map(Math.round).join()).join(' ')

type OneProps = { readonly annotation: Annotation; readonly pixels: readonly Pixel[] }

const Look = ({ annotation, pixels }: OneProps) => {
  const [first, second] = pixels
  if (!first) return null
  const [x, y] = annotation.kind === 'area' ? middleOf(pixels) : first
  return (
    <>
      {annotation.kind === 'area' && <polygon className="story-mark-area" points={listed(pixels)} />}
      {annotation.kind === 'arrow' && second && (
        <>
          <line className="story-mark-casing" x1={x} y1={y} x2={second[0]} y2={second[1]} />
          <line className="story-mark-line" x1={x} y1={y} x2={second[0]} y2={second[1]} markerEnd="url(#story-tip)" />
        </>
      )}
      {annotation.kind === 'number' && (
        <>
          <circle className="story-mark-disc" cx={x} cy={y} r={13} />
          <text className="story-mark-number" x={x} y={y + 5} textAnchor="middle">
            {annotation.number}
          </text>
        </>
      )}
      {annotation.text && annotation.kind !== 'number' && (
        <text className="story-mark-text" x={x} y={annotation.kind === 'area' ? y : y - 10} textAnchor="middle">
          {annotation.text}
        </text>
      )}
    </>
  )
}

/** The marks of a scene over its map; each corner can be dragged, and typed in the list beside. */
export const Marks = ({ map, annotations, pending, onMove }: Props) => {
  useCameraKey(map)
  const pixelOf = ([lng, lat]: Position): Pixel => {
    const { x, y } = map.project([lng, lat])
    return [x, y]
  }
  const drag = (annotation: Annotation, at: number, corner: number) => ({
    onPointerDown: ({ currentTarget, pointerId }: PointerEvent<SVGCircleElement>) =>
      currentTarget.setPointerCapture(pointerId),
    onPointerUp: ({ clientX, clientY, currentTarget, pointerId }: PointerEvent<SVGCircleElement>) => {
      if (!currentTarget.hasPointerCapture(pointerId)) return
      const { left, top } = map.getCanvas().getBoundingClientRect()
      const { lng, lat } = map.unproject([clientX - left, clientY - top])
      onMove?.(at, movedPosition(annotation, corner, [lng, lat]))
    },
  })
  // An annotation has no name of its own; its place in the list is its name.
  const keyed = annotations.map((annotation, at) => ({ annotation, at, key: `${at}` }))
  return (
    <svg className="story-marks" aria-hidden="true">
      <defs>
        <marker id="story-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" markerHeight="6" orient="auto">
          <path className="story-mark-tip" d="M0 0L10 5L0 10Z" />
        </marker>
      </defs>
      {keyed.map(({ annotation, key }) => (
        <Look key={key} annotation={annotation} pixels={positionsOf(annotation).map(pixelOf)} />
      ))}
      {onMove &&
        keyed.flatMap(({ annotation, at, key }) =>
          positionsOf(annotation).map((position, corner) => {
            const [cx, cy] = pixelOf(position)
            return (
              <circle
                key={`${key} ${position.join()}`}
                className="story-mark-handle"
                data-kind={annotation.kind}
                cx={cx}
                cy={cy}
                r={annotation.kind === 'number' ? 15 : 9}
                {...drag(annotation, at, corner)}
              />
            )
          }),
        )}
      {pending.length > 0 && (
        <polyline className="story-mark-pending" points={listed(pending.map(pixelOf))} fill="none" />
      )}
      {pending.map((position) => {
        const [cx, cy] = pixelOf(position)
        return <circle key={position.join()} className="story-mark-set" cx={cx} cy={cy} r={5} />
      })}
    </svg>
  )
}
