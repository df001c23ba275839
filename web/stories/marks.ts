import type { Annotation, AnnotationKind, Position } from '../../data/model/story.ts'

/** 5 decimals of a degree are a metre. */
const degrees = (value: number): number => Number(value.toFixed(5))
export const rounded = ([lng, lat]: Position): Position => [degrees(lng), degrees(lat)]

/** How many positions a hand sets before the mark stands; an area is finished by hand. */
export const NEEDED: { readonly [K in AnnotationKind]: number } = { arrow: 2, label: 1, area: 3, number: 1 }

export const positionsOf = (annotation: Annotation): readonly Position[] => {
  switch (annotation.kind) {
    case 'arrow':
      return [annotation.from, annotation.to]
    case 'area':
      return annotation.ring
    default:
      return [annotation.at]
  }
}

/** The same mark elsewhere; an arrow keeps two positions and a label one. */
export const withPositions = (annotation: Annotation, given: readonly Position[]): Annotation => {
  const positions = given.map(rounded)
  const [first, second] = positions
  switch (annotation.kind) {
    case 'arrow':
      return { ...annotation, from: first ?? annotation.from, to: second ?? annotation.to }
    case 'area':
      return { ...annotation, ring: positions }
    default:
      return { ...annotation, at: first ?? annotation.at }
  }
}

export const movedPosition = (annotation: Annotation, at: number, to: Position): Annotation =>
  withPositions(
    annotation,
    positionsOf(annotation).map((position, index) => (index === at ? to : position)),
  )

/** An emptied text is taken away, except a label's: it is nothing else. */
export const withText = (annotation: Annotation, text: string): Annotation => {
  if (annotation.kind === 'label') return { ...annotation, text }
  const { text: _, ...rest } = annotation
  return text === '' ? rest : { ...rest, text }
}

/** The number after the highest on the map. */
export const nextNumber = (annotations: readonly Annotation[]): number =>
  Math.max(0, ...annotations.map((one) => (one.kind === 'number' ? one.number : 0))) + 1

export const makeMark = (
  kind: AnnotationKind,
  given: readonly Position[],
  { number, text }: { readonly number: number; readonly text: string },
): Annotation => {
  const positions = given.map(rounded)
  const first = positions[0] ?? [0, 0]
  switch (kind) {
    case 'arrow':
      return { kind, from: first, to: positions[1] ?? first }
    case 'area':
      return { kind, ring: positions }
    case 'label':
      return { kind, at: first, text }
    case 'number':
      return { kind, at: first, number }
  }
}

/** Where a mark stands that nobody has pointed to a place for: around the middle, `reach` degrees wide. */
export const placedAround = (kind: AnnotationKind, [lng, lat]: Position, reach: number): readonly Position[] => {
  switch (kind) {
    case 'arrow':
      return [
        [lng + reach, lat + reach],
        [lng, lat],
      ]
    case 'area':
      return [
        [lng - reach, lat - reach],
        [lng + reach, lat - reach],
        [lng + reach, lat + reach],
        [lng - reach, lat + reach],
      ]
    default:
      return [[lng, lat]]
  }
}
