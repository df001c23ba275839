import { type FlowsAnswer, figuresOfFlows } from '../../data/model/flows.ts'
import { writeTable } from './csv.ts'

const COLUMNS = [
  'partner_id',
  'partner',
  'kind',
  'code',
  'place',
  'within',
  'level',
  'theme',
  'period',
  'verdict',
  'activities',
  'villages',
  'budget_idr',
  'budget_known',
  'activity_ids',
  'origin',
  'as_of',
] as const

/** One row a partner and place, and one for each place without partners. Budgets are of whole activities: rows do not add up. */
export const writeFlowsCsv = (answer: FlowsAnswer): string => {
  const { asOf, theme, period, level, partners, places, flows, activities, villages } = answer
  const budgets = new Map(activities.map(({ id, budgetIdr }) => [id, budgetIdr]))
  const counting = { budgetOf: (id: string) => budgets.get(id) ?? null, hasVillages: villages !== null }
  const rows = places.flatMap(({ code, name, within, verdict }) => {
    const place = { code, place: name, within, level, theme, period, verdict, as_of: asOf.seq }
    const own = flows.filter((flow) => flow.place === code)
    if (own.length === 0)
      return [
        {
          ...place,
          partner_id: '',
          partner: '',
          kind: '',
          activities: 0,
          villages: '',
          budget_idr: '',
          budget_known: 0,
          activity_ids: '',
          origin: '',
        },
      ]
    return own.map((flow) => {
      const partner = partners.find(({ id }) => id === flow.partner)
      const { budget, villages: reached } = figuresOfFlows([flow], counting)
      return {
        ...place,
        partner_id: flow.partner,
        partner: partner?.name ?? flow.partner,
        kind: partner?.kind ?? '',
        activities: flow.activities.length,
        villages: reached ?? '',
        budget_idr: budget.known > 0 ? budget.total : '',
        budget_known: budget.known,
        activity_ids: flow.activities.join('; '),
        origin: partner?.origin ?? '',
      }
    })
  })
  return writeTable(COLUMNS, rows)
}
