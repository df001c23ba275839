import type { ContextAnswer } from '../../data/model/answers.ts'
import type { DashboardTable, TableWords } from '../../data/model/dashboard_tables.ts'
import type { Text } from '../text/useText.ts'
import type { Sheet } from './Xlsx.tsx'

/** Makes the sheet of a table: `title` names it, `part` its file. */
export type SheetMaker = (title: string, part: string, table: (words: TableWords) => DashboardTable) => Sheet

type About = {
  readonly region: string
  readonly period: string
  readonly asOf: { readonly seq: number; readonly time: string }
}

export const sheetMaker =
  (context: ContextAnswer, { region, period, asOf }: About, { say, date, language }: Text): SheetMaker =>
  (title, part, table) => {
    const place = context.regencies.find(({ code }) => code === region)?.name ?? region
    return {
      name: title,
      file: `bentang-ikhtisar_${place.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}_${part}_${period.replace('/', '-')}`,
      table: table({ themes: context.themes, urusan: context.urusan, language }),
      notes: [
        [say('dashboard.region'), `${place} (${region})`],
        [say('dashboard.period'), period],
        [language === 'id' ? 'Per tanggal' : 'As of', date(asOf.time)],
        [language === 'id' ? 'Entri jurnal' : 'Journal entry', asOf.seq],
      ],
    }
  }
