import type { Activity, ActivityStatus, Role, Sensitivity, SiteConsent } from '../../data/model/activity.ts'
import { type AmountOptions, readPeople, readRupiah } from '../../data/model/reading/amounts.ts'
import type { Reading } from '../../data/model/reading/reading.ts'
import type { Visibility } from '../../data/model/record.ts'

/** What the form holds, as it was typed: dates ISO or empty, sums and counts as text. */
export type Fields = {
  title: string
  themes: readonly string[]
  organisations: readonly { readonly id: string; readonly role: Role }[]
  start: string
  /** Empty is open. */
  end: string
  status: ActivityStatus
  budget: string
  beneficiaries: string
  planningDocument: string
  sourceText: string
  sourceUrl: string
  sourceDate: string
  visibility: Visibility
  sensitive: Sensitivity | ''
  consentBy: string
  consentDate: string
  /** The version that was read to them; empty where that is not noted. */
  consentWording: string
  consentWithdrawn: string
  note: string
}

export const EMPTY_FIELDS: Fields = {
  title: '',
  themes: [],
  organisations: [],
  start: '',
  end: '',
  status: 'ongoing',
  budget: '',
  beneficiaries: '',
  planningDocument: '',
  sourceText: '',
  sourceUrl: '',
  sourceDate: '',
  visibility: 'public',
  sensitive: '',
  consentBy: '',
  consentDate: '',
  consentWording: '',
  consentWithdrawn: '',
  note: '',
}

export const fieldsOf = (activity: Activity): Fields => ({
  title: activity.title,
  themes: activity.themes,
  organisations: activity.organisations,
  start: activity.period.start,
  end: activity.period.end ?? '',
  status: activity.status,
  budget: activity.budgetIdr === undefined ? '' : activity.budgetIdr.toLocaleString('id-ID'),
  beneficiaries: activity.beneficiaries === undefined ? '' : activity.beneficiaries.toLocaleString('id-ID'),
  planningDocument: activity.planningDocument ?? '',
  sourceText: activity.source.text,
  sourceUrl: activity.source.url ?? '',
  sourceDate: activity.source.date ?? '',
  visibility: activity.visibility,
  sensitive: activity.sensitive?.kind ?? '',
  consentBy: activity.sensitive?.consent?.by ?? '',
  consentDate: activity.sensitive?.consent?.date ?? '',
  consentWording: `${activity.sensitive?.consent?.wording ?? ''}`,
  consentWithdrawn: activity.sensitive?.consent?.withdrawn ?? '',
  note: activity.note ?? '',
})

/** Sums are typed as Indonesians write them, in rupiah. */
export const AMOUNTS: AmountOptions = { style: 'id', unit: 1 }

/** A number that can be read in one way only; whatever else is asked about beside the field. */
const settled = (reading: Reading<number>): number | null => (reading.kind === 'value' ? reading.value : null)
export const budgetOf = ({ budget }: Pick<Fields, 'budget'>): number | null => settled(readRupiah(budget, AMOUNTS))
export const beneficiariesOf = ({ beneficiaries }: Pick<Fields, 'beneficiaries'>): number | null =>
  settled(readPeople(beneficiaries, AMOUNTS))

/** Only what was filled in: an empty text is no text. */
const filled = <V extends object>(values: V): { [K in keyof V]?: NonNullable<V[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null)) as {
    [K in keyof V]?: NonNullable<V[K]>
  }

const consentOf = ({ consentBy, consentDate, consentWording, consentWithdrawn }: Fields): SiteConsent | null =>
  consentBy.trim() && consentDate
    ? {
        by: consentBy.trim(),
        date: consentDate,
        // A draft that a former release kept on the device has neither.
        ...(consentWording ? { wording: Number(consentWording) } : {}),
        ...(consentWithdrawn ? { withdrawn: consentWithdrawn } : {}),
      }
    : null

const sensitiveOf = (fields: Fields): Pick<Activity, 'sensitive'> | null => {
  if (fields.sensitive === '') return null
  const consent = consentOf(fields)
  return { sensitive: { kind: fields.sensitive, ...(consent ? { consent } : {}) } }
}

/** What the form says of an activity; what cannot be read or was left empty is not there. */
export const saidIn = (fields: Fields): Omit<Partial<Activity>, 'period'> & Pick<Activity, 'period' | 'source'> => ({
  title: fields.title.trim(),
  themes: fields.themes,
  organisations: fields.organisations,
  period: { start: fields.start, end: fields.end || null },
  status: fields.status,
  visibility: fields.visibility,
  source: {
    text: fields.sourceText.trim(),
    ...filled({ url: fields.sourceUrl.trim(), date: fields.sourceDate }),
  },
  ...filled({
    budgetIdr: budgetOf(fields),
    beneficiaries: beneficiariesOf(fields),
    planningDocument: fields.planningDocument.trim(),
    note: fields.note.trim(),
  }),
  ...sensitiveOf(fields),
})
