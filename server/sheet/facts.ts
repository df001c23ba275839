import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { UNIT_WORDS } from '../../data/model/unit_words.ts'
import type { Language } from '../../data/model/words.ts'
import type { View } from '../../data/view/view.ts'
import { type DrawnEntry, legendOf } from '../../styles/legend.ts'
import type { World } from '../world.ts'
import { classOf } from './draw_map.ts'
import { dateText, numberText, percentText } from './numbers.ts'
import type { Scenery } from './picture.ts'
import { BASE_ATTRIBUTION, SHEET_TEXT } from './text.ts'

/** What every printed thing tells beside its map, in words. */
export type SheetFacts = {
  readonly title: string
  readonly figure: { readonly value: string; readonly counted: string; readonly denominator: string }
  readonly legend: readonly (DrawnEntry & { readonly words: string; readonly countWords: string })[]
  readonly date: string
  readonly version: string
  readonly isSample: boolean
  /** Source, boundaries, attribution, projection: a line each. */
  readonly sources: readonly string[]
}

const figureWords = (coverage: CoverageAnswer, { ask, level }: View, language: Language): SheetFacts['figure'] => {
  const text = SHEET_TEXT[language]
  const { count, of, total, share } = figureOf(coverage, ask)
  const units = (many: number) => UNIT_WORDS[language][level][many === 1 ? 0 : 1]
  const among = of === 'targeted' ? text.ofTargeted : text.ofAll
  return {
    value: numberText(count, language),
    counted: `${units(count)} ${text.ask[ask]}`,
    denominator:
      share === null
        ? text.noneTargeted(units(2))
        : among(numberText(total, language), units(total), percentText(count, total, language)),
  }
}

const attributionOf = (view: View): readonly string[] => [
  ...new Set(view.layers.filter(({ opacity }) => opacity > 0).map(({ id }) => layerOf(id).attribution)),
  BASE_ATTRIBUTION,
]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Layers whose looks are on every map that shows them: borders, and the verdicts, which are counted anyway. */
const ALWAYS: readonly LayerId[] = ['regencies', 'districts', 'villages', 'targets']

/** The legend of what is really on this map, `classes` being those drawn: paper has no room for the rest. */
export const visibleLegend = (facts: SheetFacts, classes: ReadonlySet<string>): SheetFacts => ({
  ...facts,
  legend: facts.legend.filter(({ layer, value }) => ALWAYS.includes(layer) || classes.has(classOf(layer, value))),
})

/** The facts of the first of two maps with the legend of both; counts, being those of one, are left out. */
export const bothLegends = (first: SheetFacts, second: SheetFacts): SheetFacts => {
  const nameOf = ({ layer, value }: DrawnEntry) => `${layer} ${value}`
  const known = new Set(first.legend.map(nameOf))
  const legend = [...first.legend, ...second.legend.filter((entry) => !known.has(nameOf(entry)))]
  return { ...first, legend: legend.map((entry) => ({ ...entry, countWords: '' })) }
}

export const factsOf = (world: World, { view, coverage }: Scenery, language: Language): SheetFacts => {
  const text = SHEET_TEXT[language]
  const theme = world.themes.find(({ id }) => id === view.theme)?.label[language] ?? view.theme
  const date = dateText(coverage.asOf.time, language)
  const version = text.version(coverage.asOf.seq)
  return {
    title: text.title(capital(theme), world.geography.nameOf(view.region), formatPeriod(view.period).replace('/', '–')),
    figure: figureWords(coverage, view, language),
    legend: legendOf(view, coverage).map((entry) => ({
      ...entry,
      words: entry.label[language],
      countWords: entry.count === undefined ? '' : numberText(entry.count, language),
    })),
    date,
    version,
    isSample: coverage.sample,
    sources: [
      `${text.source}: ${text.sourceLine(date, version)}.`,
      `${text.boundaryLine[world.boundaries.kind]}. ${attributionOf(view).join('; ')}.`,
      `${text.projection}.`,
    ],
  }
}
