import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { hectares } from '../../../server/engine/index.ts'
import { FEW_THEME_YEARS, SHAPED_THEME_YEARS, THEME_YEARS, type ThemeYear } from './asks.ts'
import type { EngineSide, VillageHectares } from './engine_side.ts'
import { type Answer, type Put, put, type Question } from './question.ts'

type Rows = readonly (readonly string[])[]

const small = (value: number) => `${value}::smallint`
const themeYear = ({ theme, year }: ThemeYear) => `${small(theme)}, ${small(year)}`

const byKey = (rows: Rows): Answer => new Map(rows.map(([key, value]) => [key!, Number(value)]))

/** Two numbers a village, under names of their own. */
const twoByCode = (rows: Iterable<readonly [code: string, first: number, second: number]>): Answer =>
  new Map([...rows].flatMap(([code, first, second]) => [[code, first] as const, [`${code} also`, second] as const]))
const readTwo = (rows: Rows): Answer =>
  twoByCode(rows.map(([code, first, second]) => [code!, Number(first), Number(second)]))

const isUnserved = ({ servedHa, isPresent }: VillageHectares): boolean => servedHa < 1 && !isPresent
const overlapping = (villages: readonly VillageHectares[]) => villages.filter(({ overlapHa }) => overlapHa > 0)

/** Less than a hectare is no gap to be shown; both sides round positions to 1e-7 degree. */
const shapeTolerance = 0.1
const shapesByCode = (shapes: readonly (readonly [code: string, geometry: Polygon | MultiPolygon])[]): Answer =>
  new Map(shapes.map(([code, geometry]) => [code, hectares(geometry)] as const).filter(([, areaHa]) => areaHa >= 1))

/** What the facts answer: gap, overlap and pairs, of a regency and of everything. */
export const factQuestions = (
  ours: EngineSide,
  regency: string,
  { hasCube }: { readonly hasCube: boolean },
): readonly Put[] => {
  const gap: Question<ThemeYear> = {
    title: 'gap of a regency: unserved villages and hectares',
    required: { 100000: 30, 1000000: 15 },
    asks: FEW_THEME_YEARS,
    call: (asked) => `gap('${regency}', ${themeYear(asked)})`,
    read: readTwo,
    ask: (asked) => {
      const found = ours.hectares(regency, asked)
      return { found, unserved: found.filter(isUnserved) }
    },
    answer: (asked) =>
      twoByCode(ours.hectares(regency, asked).map((one) => [one.code, one.servedHa, isUnserved(one) ? 1 : 0])),
  }
  const gapShape: Question<ThemeYear> = {
    title: 'gap of a regency as GeoJSON, each once',
    required: { 100000: 2.5, 1000000: 2.5 },
    asks: SHAPED_THEME_YEARS,
    once: true,
    tolerance: shapeTolerance,
    call: (asked) => `gap_shape('${regency}', ${themeYear(asked)})`,
    read: (rows) => shapesByCode(rows.map(([code, text]) => [code!, JSON.parse(text!) as Polygon])),
    ask: (asked) => ours.gapShape(regency, asked),
    answer: async (asked) => {
      const { features } = JSON.parse(Buffer.from(await ours.gapShape(regency, asked)).toString()) as FeatureCollection<
        Polygon,
        { code: string }
      >
      return shapesByCode(features.map(({ properties, geometry }) => [properties.code, geometry]))
    },
  }
  const overlap: Question<ThemeYear> = {
    title: 'overlap hectares per village of a regency',
    required: { 100000: 25, 1000000: 12 },
    asks: FEW_THEME_YEARS,
    call: (asked) => `overlap('${regency}', ${themeYear(asked)})`,
    read: byKey,
    ask: (asked) => overlapping(ours.hectares(regency, asked)),
    answer: (asked) =>
      new Map(overlapping(ours.hectares(regency, asked)).map(({ code, overlapHa }) => [code, overlapHa])),
  }
  const pairs: Question<ThemeYear> = {
    title: 'pairs of organisations with hectares, all villages, each once',
    required: { 100000: 4, 1000000: 4 },
    asks: THEME_YEARS,
    once: true,
    call: (asked) => `pairs(${themeYear(asked)})`,
    read: byKey,
    ask: ours.pairs,
    answer: ours.pairs,
  }
  const all = (read: EngineSide['hectares'], asked: ThemeYear) =>
    ours.provinces.flatMap((province) => read(province, asked))
  const bothOf = (villages: readonly VillageHectares[]): Answer =>
    twoByCode(villages.map(({ code, servedHa, overlapHa }) => [code, servedHa, overlapHa]))
  const onDemand: Question<ThemeYear> = {
    title: 'all villages, served and overlap, on demand, each once',
    required: { 100000: 15, 1000000: 15 },
    asks: THEME_YEARS,
    once: true,
    call: (asked) => `everywhere(${themeYear(asked)})`,
    read: readTwo,
    ask: (asked) => all(ours.swept, asked),
    answer: (asked) => bothOf(all(ours.swept, asked)),
  }
  const fromCube: Question<ThemeYear> = {
    ...onDemand,
    title: 'the same from the cube',
    required: { 1000000: 200 },
    asks: FEW_THEME_YEARS,
    once: false,
    ask: (asked) => all(ours.hectares, asked),
    answer: (asked) => bothOf(all(ours.hectares, asked)),
  }
  const bothFromCube: Question<ThemeYear> = {
    ...fromCube,
    title: 'the same, PostGIS reading a cube of its own',
    required: {},
    call: (asked) => `everywhere_from_cube(${themeYear(asked)})`,
  }
  const always = [gap, gapShape, overlap, pairs, onDemand, fromCube]
  return (hasCube ? [...always, bothFromCube] : always).map(put)
}
