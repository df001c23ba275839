import type { Plan } from '../../data/model/plan.ts'
import { type RecordDesk, useRecordDesk } from '../desk/useRecordDesk.ts'
import { type Clash, mergePlans } from './merge.ts'

/** What the server keeps; `id` null and revision 0 where it keeps nothing yet. */
export type Kept = { readonly plan: Plan; readonly id: string | null; readonly revision: number }

/** One draft of a plan for table, timeline and map. */
export type Desk = RecordDesk<'plan', Clash> & { readonly plan: Plan }

type Rights = Parameters<typeof useRecordDesk<'plan', Clash>>[3]

export const useDesk = (name: string, { plan, ...kept }: Kept, rights: Rights): Desk => {
  const desk = useRecordDesk('plan', name, { ...kept, record: plan }, rights, mergePlans)
  return { ...desk, plan: desk.record }
}
