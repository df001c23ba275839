/* Vector tiles held against the specification 2.1, read from the bytes: shares nothing with what writes or draws them. */

type Field = { readonly number: number; readonly wire: number; readonly value: number; readonly bytes: Uint8Array }
const NONE = new Uint8Array(0)
const [VARINT, DOUBLE, BYTES, FLOAT] = [0, 1, 2, 5] as const

class Broken extends Error {}

const varint = (bytes: Uint8Array, from: number): readonly [value: number, end: number] => {
  let value = 0
  for (let at = from, scale = 1; at < bytes.length && at < from + 10; at += 1, scale *= 128) {
    value += (bytes[at]! & 0x7f) * scale
    if (bytes[at]! < 0x80) return [value, at + 1]
  }
  throw new Broken('a number without an end')
}

const fieldsOf = (bytes: Uint8Array): readonly Field[] => {
  const fields: Field[] = []
  for (let at = 0; at < bytes.length; ) {
    const [tag, start] = varint(bytes, at)
    const [number, wire] = [Math.floor(tag / 8), tag % 8]
    if (wire === VARINT) {
      const [value, end] = varint(bytes, start)
      fields.push({ number, wire, value, bytes: NONE })
      at = end
      continue
    }
    const [length, body] = wire === BYTES ? varint(bytes, start) : [wire === DOUBLE ? 8 : 4, start]
    if (![DOUBLE, BYTES, FLOAT].includes(wire as 1) || body + length > bytes.length)
      throw new Broken(`field ${number} of kind ${wire} runs out of its message`)
    fields.push({ number, wire, value: 0, bytes: bytes.subarray(body, body + length) })
    at = body + length
  }
  return fields
}

const packed = (bytes: Uint8Array): readonly number[] => {
  const numbers: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const [value, end] = varint(bytes, at)
    numbers.push(value)
    at = end
  }
  return numbers
}

const [MOVE, LINE, CLOSE] = [1, 2, 7] as const
const [POINTS, LINES, POLYGONS] = [1, 2, 3] as const
type Position = readonly [x: number, y: number]
type Run = { readonly command: number; readonly count: number; readonly to: readonly Position[] }

/** Commands with the positions they come to; positions are relative to the last one, over the whole geometry. */
const runsOf = (integers: readonly number[]): readonly Run[] => {
  const runs: Run[] = []
  let [x, y] = [0, 0]
  const step = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)
  for (let at = 0; at < integers.length; ) {
    const [command, count] = [integers[at]! & 7, Math.floor(integers[at]! / 8)]
    at += 1
    if (command === CLOSE) {
      runs.push({ command, count, to: [] })
      continue
    }
    if (command !== MOVE && command !== LINE) throw new Broken(`there is no command ${command}`)
    if (count === 0 || at + 2 * count > integers.length) throw new Broken(`a command for ${count} positions`)
    const to = Array.from({ length: count }, (_, place): Position => {
      x += step(integers[at + 2 * place]!)
      y += step(integers[at + 2 * place + 1]!)
      return [x, y]
    })
    runs.push({ command, count, to })
    at += 2 * count
  }
  return runs
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]
const stands = (path: readonly Position[]): boolean => path.some((one, at) => at > 0 && isSame(one, path[at - 1]!))

/** By the surveyor's formula, doubled; in tiles y goes down, so an exterior ring is positive. */
const areaOf = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)

const faultsOfLines = (runs: readonly Run[]): string[] => {
  const faults: string[] = []
  for (let at = 0; at < runs.length; at += 2) {
    const [move, line] = [runs[at]!, runs[at + 1]]
    if (move.command !== MOVE || move.count !== 1 || line?.command !== LINE) faults.push('a line of other commands')
    else if (stands([...move.to, ...line.to])) faults.push('a step of no length')
  }
  return faults
}

const faultsOfPolygons = (runs: readonly Run[]): string[] => {
  const faults: string[] = []
  for (let at = 0; at < runs.length; at += 3) {
    const [move, line, close] = [runs[at]!, runs[at + 1], runs[at + 2]]
    const isRing = move.command === MOVE && move.count === 1 && line?.command === LINE && close?.command === CLOSE
    if (!isRing || close.count !== 1) {
      faults.push('a ring of other commands')
      continue
    }
    const ring = [...move.to, ...line.to]
    const area = areaOf(ring)
    if (ring.length < 3) faults.push('a ring of fewer than three positions')
    if (stands(ring)) faults.push('a step of no length')
    if (isSame(ring[0]!, ring.at(-1)!)) faults.push('a ring closed by a position of its own')
    if (area === 0) faults.push('a ring without area')
    if (at === 0 && area < 0) faults.push('an interior ring before its exterior')
  }
  return faults
}

const faultsOfGeometry = (type: number, integers: readonly number[]): string[] => {
  const runs = runsOf(integers)
  if (runs.length === 0) return ['no geometry']
  if (type === POINTS) return runs.length === 1 && runs[0]!.command === MOVE ? [] : ['points of other commands']
  if (type === LINES) return faultsOfLines(runs)
  return type === POLYGONS ? faultsOfPolygons(runs) : []
}

/** The fields of a feature by number, each with its kind. */
const FEATURE = { id: 1, tags: 2, type: 3, geometry: 4 } as const
const LAYER = { name: 1, feature: 2, key: 3, value: 4, extent: 5, version: 15 } as const
const LAYER_KINDS: Readonly<Record<number, number>> = { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: VARINT, 15: VARINT }
const FEATURE_KINDS: Readonly<Record<number, number>> = { 1: VARINT, 2: BYTES, 3: VARINT, 4: BYTES }
const VALUE_KINDS: Readonly<Record<number, number>> = {
  1: BYTES,
  2: FLOAT,
  3: DOUBLE,
  4: VARINT,
  5: VARINT,
  6: VARINT,
  7: VARINT,
}

const faultsOfFields = (fields: readonly Field[], kinds: Readonly<Record<number, number>>): string[] =>
  fields.flatMap(({ number, wire }) => (kinds[number] === wire ? [] : [`field ${number} of kind ${wire}`]))

const numbered = (fields: readonly Field[], number: number) => fields.filter((field) => field.number === number)

const faultsOfFeature = (bytes: Uint8Array, keys: number, values: number): string[] => {
  const fields = fieldsOf(bytes)
  const faults = faultsOfFields(fields, FEATURE_KINDS)
  for (const [name, number] of Object.entries(FEATURE))
    if (numbered(fields, number).length > 1) faults.push(`several fields ${name}`)
  const [type] = numbered(fields, FEATURE.type)
  const [geometry] = numbered(fields, FEATURE.geometry)
  if (!type || type.value > POLYGONS) return [...faults, 'no type of geometry']
  if (!geometry) return [...faults, 'no geometry']
  const tags = packed(numbered(fields, FEATURE.tags)[0]?.bytes ?? NONE)
  if (tags.length % 2 === 1) faults.push('tags not in pairs')
  const named = tags.filter((_, at) => at % 2 === 0)
  if (named.some((key) => key >= keys)) faults.push('a key that is not there')
  if (tags.some((value, at) => at % 2 === 1 && value >= values)) faults.push('a value that is not there')
  if (new Set(named).size < named.length) faults.push('a key twice')
  return [...faults, ...faultsOfGeometry(type.value, packed(geometry.bytes))]
}

const text = new TextDecoder('utf-8', { fatal: true })

const faultsOfLayer = (bytes: Uint8Array): readonly [name: string, faults: string[]] => {
  const fields = fieldsOf(bytes)
  const faults = faultsOfFields(fields, LAYER_KINDS)
  const name = text.decode(numbered(fields, LAYER.name)[0]?.bytes ?? NONE)
  if (name === '') faults.push('no name')
  const [version, extent] = [numbered(fields, LAYER.version)[0], numbered(fields, LAYER.extent)[0]]
  if (version?.value !== 2) faults.push(`version ${version?.value}`)
  if (extent?.value === 0) faults.push('no extent')
  const [keys, values] = [numbered(fields, LAYER.key), numbered(fields, LAYER.value)]
  const words = keys.map((key) => text.decode(key.bytes))
  if (new Set(words).size < words.length) faults.push('a key twice in the layer')
  for (const value of values) {
    const variants = fieldsOf(value.bytes)
    if (variants.length !== 1 || faultsOfFields(variants, VALUE_KINDS).length > 0) faults.push('a value of no kind')
  }
  for (const feature of numbered(fields, LAYER.feature))
    faults.push(...faultsOfFeature(feature.bytes, keys.length, values.length))
  return [name, faults.map((fault) => `${name}: ${fault}`)]
}

/** What in a tile breaks the specification, in words; a tile may not even be one. */
export const faultsOfTile = (bytes: Uint8Array): readonly string[] => {
  try {
    const fields = fieldsOf(bytes)
    const strange = faultsOfFields(fields, { 3: BYTES })
    if (strange.length > 0) return strange
    const layers = fields.map((layer) => faultsOfLayer(layer.bytes))
    const names = layers.map(([name]) => name)
    const twice = new Set(names).size < names.length ? ['two layers of one name'] : []
    return [...twice, ...layers.flatMap(([, faults]) => faults)]
  } catch (error) {
    if (error instanceof Broken || error instanceof TypeError) return [error.message]
    throw error
  }
}
