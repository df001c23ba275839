import type { Activity } from '../data/model/activity.ts'
import type { Agreement } from '../data/model/agreement.ts'
import type { Code } from '../data/model/codes.ts'
import type { Organisation } from '../data/model/organisation.ts'
import type { Target } from '../data/model/target.ts'
import type { Zone } from '../data/model/zone.ts'

/*
 * The definitions of a verdict put to plain records, village by village, for one theme, one year and targets that ask for
 * presence. It knows nothing of cells, facts or cubes; which village a drawn shape reaches is told to it.
 */
export type Known = {
  readonly activities: readonly Activity[]
  readonly targets: readonly Target[]
  readonly agreements: readonly Agreement[]
  readonly zones: readonly Zone[]
  readonly organisations: ReadonlyMap<string, Organisation['kind']>
  /** Villages of a record whose places are drawn rather than named. */
  readonly reach: (kind: 'activity' | 'target' | 'zone', id: string) => ReadonlySet<Code>
}

const names = (codes: readonly Code[], village: Code) =>
  codes.some((code) => village === code || village.startsWith(`${code}.`))

const worksIn = ({ reach }: Known, activity: Activity, village: Code): boolean =>
  activity.sites.every((site) => 'code' in site)
    ? names(
        activity.sites.flatMap((site) => ('code' in site ? [site.code] : [])),
        village,
      )
    : reach('activity', activity.id).has(village)

const touches = ({ start, end }: Activity['period'], year: number) =>
  Number(start.slice(0, 4)) <= year && (end === null || Number(end.slice(0, 4)) >= year)

const isAimedAt = ({ reach }: Known, target: Target, village: Code): boolean =>
  'codes' in target.area ? names(target.area.codes, village) : reach('target', target.id).has(village)

const boundBy = (known: Known, village: Code, theme: string, year: number, all: readonly string[]): string | null => {
  const holds = (parties: readonly { readonly id: string }[]) =>
    all.every((id) => parties.some((party) => party.id === id))
  const agreement = known.agreements.find(({ stage, period, fields, scope, region, parties }) => {
    const themes = fields.flatMap((field) => field.themes)
    return (
      (stage === 'signed' || stage === 'running') &&
      (!period || touches(period, year)) &&
      (themes.length === 0 || themes.includes(theme)) &&
      names(scope.length > 0 ? scope : [region], village) &&
      holds(parties)
    )
  })
  if (agreement) return 'agreement'
  const zone = known.zones.find(
    ({ id, actions }) =>
      known.reach('zone', id).has(village) &&
      holds(
        actions.filter((one) => one.theme === theme && touches(one.period, year)).flatMap(({ parties }) => parties),
      ),
  )
  return zone ? 'plan' : null
}

/** The kind of verdict of one village. */
export const judgeByHand = (known: Known, village: Code, theme: string, year: number): string => {
  const here = known.activities
    .filter(({ period }) => touches(period, year))
    .filter((one) => worksIn(known, one, village))
  const due = known.targets.filter((one) => one.year === year && isAimedAt(known, one, village))
  const aimed = due.filter((one) => one.theme === theme)
  if (aimed.some(({ measure }) => measure === 'area')) throw new Error('This judge knows presence only')
  const counting = here
    .filter(({ status }) => status === 'planned' || status === 'ongoing' || status === 'completed')
    .filter(({ themes }) => themes.includes(theme))
    .map(({ organisations }) => organisations.filter(({ role }) => role === 'implementer').map(({ id }) => id))
    .filter((workers) => workers.length > 0)
  const all = [...new Set(counting.flat())]
  const isPartner = (id: string) => ['ngo', 'credit_union', 'company'].includes(known.organisations.get(id) ?? '')
  if (!all.some(isPartner)) return aimed.length > 0 ? 'gap' : here.length + due.length > 0 ? 'no_target' : 'unreported'
  if (all.length === 1) return aimed.length > 0 ? 'met' : 'partner_only'
  const isJoint = counting.some((workers) => all.every((id) => workers.includes(id)))
  return isJoint || boundBy(known, village, theme, year, all) ? 'coordinated' : 'overlap'
}
