import type { Remark } from './remarks.ts'
import type { StepName } from './Steps.tsx'

const PARTS: { readonly [S in StepName]: RegExp } = {
  place: /^sites\b/,
  what: /^(title|themes|organisations|budgetIdr|beneficiaries)\b/,
  when: /^(period|status)\b/,
  save: /^(photos|planningDocument|source|visibility|sensitive|note)\b/,
}

/** The step on which something is said of a field. */
export const stepOf = ({ field }: Pick<Remark, 'field'>): StepName =>
  (Object.keys(PARTS) as StepName[]).find((step) => PARTS[step].test(field)) ?? 'save'
