import type { ScenarioChange } from '../../data/model/scenario.ts'
import type { Save } from '../../data/model/work.ts'

type Added = Extract<ScenarioChange, { kind: 'add' }>

/** One addition on its way to a draft; its ids are made once, so that sending it again counts once. */
export type Proposal = {
  readonly change: Added
  readonly id: string
  readonly operation: string
  readonly title: string
}

export const additionsIn = (changes: readonly ScenarioChange[]): readonly Added[] =>
  changes.filter((change): change is Added => change.kind === 'add')

/** What is sent: a planned activity, as a draft; `today` is an ISO date. */
export const draftRecord = ({ change, id, operation, title }: Proposal, source: string, today: string) => {
  const { organisation, theme, places, period, budgetIdr, beneficiaries } = change
  const record = {
    id,
    title: title.trim(),
    themes: [theme],
    organisations: [{ id: organisation, role: 'implementer' as const }],
    sites: places.map((code) => ({ code })),
    period,
    status: 'planned' as const,
    visibility: 'public' as const,
    confirmed: today,
    source: { text: source, date: today },
    ...(budgetIdr === undefined ? {} : { budgetIdr }),
    ...(beneficiaries === undefined ? {} : { beneficiaries }),
  }
  return { operation, record, submit: false } as Save<'activity'>
}
