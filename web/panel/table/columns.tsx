import {
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { ContextAnswer, CoverageUnit, UnitLevel } from '../../../data/model/answers.ts'
import { VERDICT_KINDS } from '../../../data/model/verdict.ts'
import type { ScreenPalette } from '../../palette.ts'
import { LOCALES } from '../../text/index.ts'
import type { Text } from '../../text/useText.ts'
import { organisationName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { organisationsOf } from '../place/why.ts'
import { Swatch } from '../Swatch.tsx'

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

type UnitRow = Row<typeof features, CoverageUnit>

/** Columns whose figures stand to the right. */
export const NUMERIC: ReadonlySet<string> = new Set(['activities', 'targets', 'areaHa'])

type Words = {
  readonly level: UnitLevel
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly text: Text
}

/** The first partner by name, the others counted. */
const partnersInWords = ({ verdict }: CoverageUnit, { context, text: { say } }: Words): string => {
  const [first, ...others] = organisationsOf(verdict)
  if (first === undefined) return ''
  const name = organisationName(context, first)
  return others.length === 0 ? name : say('table.more', { name, count: others.length })
}

/** What the table says of each unit: the same answer as the map's. */
export const columnsFor = (words: Words) => {
  const { level, palette, text } = words
  const { say, count, language } = text
  const helper = createColumnHelper<typeof features, CoverageUnit>()
  const byWord = (a: UnitRow, b: UnitRow, column: string) =>
    String(a.getValue(column)).localeCompare(String(b.getValue(column)), LOCALES[language])
  const byNumber = (a: UnitRow, b: UnitRow, column: string) => Number(a.getValue(column)) - Number(b.getValue(column))
  return helper.columns([
    helper.accessor('name', { header: say(`table.unit.${level}`), sortFn: byWord }),
    helper.accessor('within', { header: say(`table.within.${level}`), sortFn: byWord }),
    helper.accessor('code', { header: say('table.code'), sortFn: byWord }),
    helper.accessor(({ verdict }) => VERDICT_KINDS.indexOf(verdict.kind), {
      id: 'verdict',
      header: say('table.verdict'),
      sortFn: byNumber,
      cell: ({ row }) => {
        const entry = VERDICT_LEGEND.find(({ value }) => value === row.original.verdict.kind)
        return (
          entry && (
            <span className="table-verdict">
              <Swatch meaning={entry.meaning} palette={palette} />
              {entry.label[language]}
            </span>
          )
        )
      },
    }),
    helper.accessor((unit) => partnersInWords(unit, words), {
      id: 'partners',
      header: say('table.partners'),
      sortFn: byWord,
    }),
    helper.accessor(({ activities }) => activities.length, {
      id: 'activities',
      header: say('table.activities'),
      sortFn: byNumber,
      sortDescFirst: true,
      cell: (cell) => count(cell.getValue()),
    }),
    helper.accessor(({ targets }) => targets.length, {
      id: 'targets',
      header: say('table.targets'),
      sortFn: byNumber,
      sortDescFirst: true,
      cell: (cell) => count(cell.getValue()),
    }),
    helper.accessor('areaHa', {
      header: say('table.areaHa'),
      sortFn: byNumber,
      sortDescFirst: true,
      cell: (cell) => formatHa(cell.getValue(), language),
    }),
  ])
}
