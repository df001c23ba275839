import type { Agreement, AgreementKind } from '../../data/model/agreement.ts'
import { sinceOf } from '../../data/model/agreement_board.ts'
import type { placeIn } from '../../data/model/agreement_stages.ts'
import type { Code } from '../../data/model/codes.ts'
import { type Written, writtenOf } from './queries.ts'

/** An agreement as it is being written; texts are as typed. */
export type AgreementDraft = {
  readonly title: string
  readonly kind: AgreementKind | null
  /** Its stage, and its own step there. */
  readonly place: ReturnType<typeof placeIn>
  readonly stageDate: string
  readonly parties: Agreement['parties']
  readonly fields: Agreement['fields']
  readonly region: Code
  readonly scope: readonly { readonly code: Code; readonly name: string }[]
  readonly start: string
  readonly end: string
  readonly step: string
  readonly stepBy: string
  readonly due: string
  readonly carriesOut: string
  readonly source: string
  readonly sourceUrl: string
  readonly note: string
}

export const emptyAgreement = (region: Code): AgreementDraft => ({
  title: '',
  kind: null,
  place: { stage: 'idea' },
  stageDate: '',
  parties: [],
  fields: [{ wording: '', themes: [] }],
  region,
  scope: [],
  start: '',
  end: '',
  step: '',
  stepBy: '',
  due: '',
  carriesOut: '',
  source: '',
  sourceUrl: '',
  note: '',
})

export const draftOfAgreement = (record: Agreement, nameOf: (code: Code) => string): AgreementDraft => ({
  title: record.title,
  kind: record.kind,
  place: { stage: record.stage, ...(record.step === undefined ? {} : { step: record.step }) },
  stageDate: sinceOf(record) ?? '',
  parties: record.parties,
  fields: record.fields,
  region: record.region,
  scope: record.scope.map((code) => ({ code, name: nameOf(code) })),
  start: record.period?.start ?? '',
  end: record.period?.end ?? '',
  step: record.next?.step ?? '',
  stepBy: record.next?.organisation ?? '',
  due: record.next?.due ?? '',
  carriesOut: record.carriesOut ?? '',
  source: record.source.text,
  sourceUrl: record.source.url ?? '',
  note: record.note ?? '',
})

/** The stages on record, with the day of the present one as the form has it. */
const stagesOf = ({ place, stageDate }: AgreementDraft, before: Agreement['stages']): Agreement['stages'] => {
  const last = before.findLastIndex(({ stage, step }) => stage === place.stage && step === place.step)
  if (!stageDate) return before
  if (last < 0) return [...before, { ...place, date: stageDate }]
  return before.map((one, at) => (at === last ? { ...one, date: stageDate } : one))
}

const filled = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')) as Partial<T>

/** The record to send; `today` (ISO) is the day its author stands by it. Needs a kind. */
export const recordOfAgreement = (draft: AgreementDraft, before: Agreement | null, today: string): Written => {
  const {
    period: _,
    next: __,
    carriesOut: ___,
    note: ____,
    step: _____,
    ...kept
  } = (before ?? {}) as Partial<Agreement>
  const { title, kind, place, parties, fields, region, scope, start, end, step, stepBy, due } = draft
  return writtenOf({
    visibility: 'public',
    ...kept,
    title: title.trim(),
    kind,
    ...place,
    stages: stagesOf(draft, before?.stages ?? []),
    parties,
    fields: fields.filter(({ wording }) => wording.trim()),
    region,
    scope: scope.map(({ code }) => code),
    confirmed: today,
    source: { ...kept.source, text: draft.source.trim(), ...filled({ url: draft.sourceUrl.trim() }) },
    ...(start ? { period: { start, end: end || null } } : {}),
    ...(step.trim() ? { next: { step: step.trim(), ...filled({ organisation: stepBy, due }) } } : {}),
    ...filled({ carriesOut: draft.carriesOut, note: draft.note.trim() }),
  } as Agreement)
}
