import type { Activity } from '../../../data/model/activity.ts'
import { AUTHORITY_RULES } from '../../../data/model/authority_rule.ts'
import type { Finding } from '../../../data/model/work.ts'
import { barriersAt } from '../../convergence/proposals.ts'
import type { World } from '../../world.ts'

type Here = Pick<World, 'everyone' | 'geography'>

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Sites in the authority area of somebody who takes no part in the work: who that is, why it matters, what to do. */
export const authorityOf = (
  activity: Pick<Activity, 'sites' | 'organisations' | 'agreement' | 'status'>,
  here: Here,
): Finding[] => {
  if (activity.status !== 'planned' && activity.status !== 'ongoing') return []
  return activity.sites.flatMap((site, index) =>
    barriersAt(site, activity, here).map(({ record }): Finding => {
      const holder = here.everyone.find('organisation', record.holder)?.record.name ?? record.holder
      const { reason, remedy, law } = AUTHORITY_RULES[record.kind]
      return {
        field: 'code' in site ? `sites.${index}` : `sites.${index}.geometry`,
        severity: 'warning',
        name: `authority.${record.id}`,
        words: {
          id: `Lokasi ini dalam ${record.name}, kewenangan ${holder}. ${sentence(reason.id)} (${law}). ${remedy.id}`,
          en: `This site lies in ${record.name}, under ${holder}. ${sentence(reason.en)} (${law}). ${remedy.en}`,
        },
      }
    }),
  )
}
