import { goodCollection, goodFeature, IN_ASAM } from './good.ts'
import { type Hostile, text } from './hostile.ts'

const POINT = JSON.stringify(IN_ASAM)
const ONE = goodCollection(goodFeature(IN_ASAM))
const CUTS = 12

/** Cut at so many places, the last of them before its last bracket. */
const CUT: readonly Hostile[] = Array.from({ length: CUTS }, (_, index) => {
  const length = Math.floor(((index + 1) * (ONE.length - 1)) / CUTS)
  return text(`GeoJSON cut after ${length} characters`, ONE.slice(0, length), /damaged/)
})

const broken = (name: string, content: string | (() => string)): Hostile => text(name, content, /damaged/)
const taken = (name: string, content: string): Hostile => ({ ...text(name, content), takes: [IN_ASAM] })
const judged = (
  name: string,
  content: string | (() => string),
  rows: number,
  ...found: readonly string[]
): Hostile => ({
  ...text(name, content),
  rows,
  found,
})
const pointOf = (coordinates: string): string =>
  goodCollection(goodFeature(`{"type":"Point","coordinates":${coordinates}}`))
const inSystem = (name: string): string => `"crs":{"type":"name","properties":{"name":${JSON.stringify(name)}}},`

const DAMAGED: readonly Hostile[] = [
  broken('the number NaN', pointOf('[NaN,0.0125]')),
  broken('the number Infinity', pointOf('[110.0125,-Infinity]')),
  broken('a number with a plus', pointOf('[+110.0125,0.0125]')),
  broken('a number that begins with nought', pointOf('[0110.0125,0.0125]')),
  broken('a number that begins with its point', pointOf('[110.0125,.0125]')),
  broken('a hexadecimal number', pointOf('[0x6e,0]')),
  broken('numbers with decimal commas', pointOf('[110,0125;0,0125]')),
  broken('a comma after the last', pointOf('[110.0125,0.0125,]')),
  broken('names without quotes', ONE.replaceAll('"type"', 'type')),
  broken('single quotes', ONE.replaceAll('"', "'")),
  broken('a comment', `{/* peta */${ONE.slice(1)}`),
  broken('two collections one after the other', `${ONE}\n${ONE}`),
  broken('a letter behind the end', `${ONE}x`),
  broken('a line break inside a text', ONE.replace('stunting', 'stun\nting')),
  broken('a million closing brackets', () => `[${']'.repeat(1_000_000)}`),
]

const TOLERATED: readonly Hostile[] = [
  taken('the same name twice, the last counts', ONE.replace('"tema"', '"tema":"restorasi","tema"')),
  taken('a box that lies', goodCollection(goodFeature(IN_ASAM), '"bbox":[0,0,1,1],')),
  taken('a number in powers', pointOf('[1.100125e2,125e-4]')),
  taken('one feature alone', goodFeature(IN_ASAM)),
  taken('blanks before and behind', `\n\t ${ONE} \n`),
  taken('a system that is degrees', goodCollection(goodFeature(IN_ASAM), inSystem('urn:ogc:def:crs:OGC:1.3:CRS84'))),
  taken('a system of null', goodCollection(goodFeature(IN_ASAM), '"crs":null,')),
  taken('a prototype among the members', goodCollection(goodFeature(IN_ASAM), '"__proto__":{"features":[]},')),
  taken('an id that is an object', goodCollection(goodFeature(IN_ASAM).replace('{"type"', '{"id":{"a":1},"type"'))),
]

const external = (id: string, tema: string): string =>
  goodFeature(IN_ASAM, `,"nomor kegiatan":${id}`).replace('stunting', tema)

const JUDGED: readonly Hostile[] = [
  judged(
    'the same id for two works',
    goodCollection([external('"K-1"', 'stunting'), external('"K-1"', 'restoration')].join(',')),
    2,
    'differs',
    'waiting',
  ),
  judged(
    'the same id as a number and as a text',
    goodCollection([external('7', 'stunting'), external('"7"', 'restoration')].join(',')),
    2,
    'differs',
    'waiting',
  ),
  judged('a geometry without a feature', POINT, 1, 'missing'),
  judged('features in features', goodCollection(ONE), 1, 'geometry', 'missing'),
  judged('a feature that is a list', goodCollection('[[]]'), 1, 'geometry', 'missing'),
  judged(
    'a thousand features of null',
    () => goodCollection(Array(1_000).fill('null').join(',')),
    1_000,
    'geometry',
    'missing',
  ),
]

export const BROKEN_GEOJSONS: readonly Hostile[] = [...CUT, ...DAMAGED, ...TOLERATED, ...JUDGED]
