import type { Agreement } from '../data/model/agreement.ts'
import { type AgreementBoard, type AgreementLine, daysFrom, sinceOf } from '../data/model/agreement_board.ts'
import { columnOf } from '../data/model/agreement_stages.ts'
import { type Code, isWithin } from '../data/model/codes.ts'
import type { World } from './world.ts'

type Asked = { readonly region?: Code | undefined; readonly party?: string | undefined }

/** A region asked for meets an agreement that is made for it, for a part of it, or for more. */
const concerns = ({ region, scope }: Agreement, asked: Code): boolean =>
  (scope.length > 0 ? scope : [region]).some((code) => isWithin(code, asked) || isWithin(asked, code))

const villagesOf = ({ region, scope }: Agreement, { geography }: World): number =>
  new Set(
    (scope.length > 0 ? scope : [region]).flatMap((code) => geography.within(code, 'village').map((one) => one.code)),
  ).size

const partiesOf = ({ parties }: Agreement, { everyone }: World): AgreementLine['parties'] =>
  parties.map(({ id, role, name: wording }) => {
    const found = everyone.find('organisation', id)?.record
    return {
      id,
      name: found?.name ?? wording ?? id,
      kind: found?.kind ?? null,
      ...(role ? { role } : {}),
      ...(wording && wording !== found?.name ? { wording } : {}),
    }
  })

const lineOf = (agreement: Agreement, activities: number, today: string, world: World): AgreementLine => {
  const { id, title, kind, stage, fields, region, scope, period, next, carriesOut, origin, source } = agreement
  const since = sinceOf(agreement)
  const daysInStage = since === null ? null : daysFrom(since, today)
  const column = columnOf(agreement, world.agreementStages)
  const end = period?.end ?? null
  return {
    id,
    title,
    kind,
    wording: source.wording ?? null,
    stage,
    column: column.id,
    isLate: daysInStage !== null && column.days !== null && daysInStage > column.days,
    since,
    daysInStage,
    parties: partiesOf(agreement, world),
    fields,
    region,
    scope,
    villages: villagesOf(agreement, world),
    activities,
    end,
    daysToEnd: end === null ? null : daysFrom(today, end),
    next: next ? { step: next.step, organisation: next.organisation ?? null, due: next.due ?? null } : null,
    carriesOut: carriesOut ?? null,
    origin,
  }
}

const bySince = (a: AgreementLine, b: AgreementLine): number =>
  (a.since ?? '').localeCompare(b.since ?? '') || a.id.localeCompare(b.id)

/** Every public agreement with where it stands; `today` is ISO. */
export const agreementBoard = ({ region, party }: Asked, today: string, world: World): AgreementBoard => {
  const { everyone } = world
  const hanging = new Map<string, number>()
  for (const { agreement } of everyone.all('activity'))
    if (agreement) hanging.set(agreement, (hanging.get(agreement) ?? 0) + 1)
  const lines = everyone
    .all('agreement')
    .filter((one) => region === undefined || concerns(one, region))
    .filter(({ parties }) => party === undefined || parties.some(({ id }) => id === party))
    .map((one) => lineOf(one, hanging.get(one.id) ?? 0, today, world))
  return { asOf: everyone.asOf(), columns: world.agreementStages, lines: lines.sort(bySince) }
}
