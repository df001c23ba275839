import type { RecordBase } from '../../data/model/record.ts'

/** One field of a record as it was verified and as it is submitted; null is empty. */
export type Difference = { readonly field: string; readonly before: unknown; readonly now: unknown }

/** What the server writes by itself, or what only says how far a record has come. */
const KEPT_BY_SERVER: ReadonlySet<string> = new Set([
  'id',
  'origin',
  'enteredBy',
  'confirmed',
  'verification',
  'returned',
  'awaitsReview',
  'owner',
])

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The same content whatever the order its fields were written in. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

/** Fields that differ, or for a new record all that are filled; in the order the record has them. */
export const differencesOf = (before: RecordBase | null, now: RecordBase): readonly Difference[] => {
  const [was, is] = [{ ...before } as Record<string, unknown>, { ...now } as unknown as Record<string, unknown>]
  const fields = [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((field) => !KEPT_BY_SERVER.has(field))
  return fields
    .map((field) => ({ field, before: was[field] ?? null, now: is[field] ?? null }))
    .filter((one) => !(isEmpty(one.before) && isEmpty(one.now)) && !isSame(one.before, one.now))
}

/** A value as a reader can compare it: lists on lines, shapes by their kind and corners. */
export const textOf = (value: unknown): string => {
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = value as Record<string, unknown>
  if ('coordinates' in fields) return `${fields.type} ${cornersOf(fields.coordinates)}`
  if ('geometry' in fields) return [textOf(fields.geometry), textOf(fields.name)].filter(Boolean).join(', ')
  return Object.values(fields).map(textOf).filter(Boolean).join(', ')
}

const SHOWN_DECIMALS = 5
const positionsIn = (coordinates: unknown): readonly number[][] => {
  if (!Array.isArray(coordinates)) return []
  return typeof coordinates[0] === 'number' ? [coordinates as number[]] : coordinates.flatMap(positionsIn)
}

/** A lone point by its position; everything else by where it begins and how many corners it has. */
const cornersOf = (coordinates: unknown): string => {
  const positions = positionsIn(coordinates)
  const first = positions[0]?.map((degrees) => degrees.toFixed(SHOWN_DECIMALS)).join(', ') ?? ''
  return positions.length > 1 ? `${first} (${positions.length})` : first
}
