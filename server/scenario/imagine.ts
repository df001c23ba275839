import type { Activity } from '../../data/model/activity.ts'
import type { Agreement } from '../../data/model/agreement.ts'
import type { Code } from '../../data/model/codes.ts'
import type { RecordBase } from '../../data/model/record.ts'
import { imaginedId, type ScenarioChange } from '../../data/model/scenario.ts'
import type { EngineChange } from '../engine/engine.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import { ORGANISATION_WORDS, requireKnown, requirePlace, THEME_WORDS } from '../routes/asked.ts'
import type { World } from '../world.ts'

/** A record before and after one change; null where there is none. */
export type Step =
  | { readonly kind: 'activity'; readonly before: Activity | null; readonly after: Activity }
  | { readonly kind: 'agreement'; readonly before: Agreement | null; readonly after: Agreement | null }

/** More villages than four regencies of the size of Sintang: more would hold up everybody else. */
const MOST_VILLAGES = 2_000

const IMAGINED: Omit<RecordBase, 'id'> = {
  origin: 'entered',
  source: { text: 'scenario' },
  enteredBy: 'scenario',
  confirmed: '2000-01-01',
  verification: 'draft',
  visibility: 'public',
}

const dropped = (number: number, id: string) =>
  badRequest({
    id: `Perubahan ke-${number} memakai ${quote(id)}, yang sudah dihilangkan oleh perubahan sebelumnya. Hapus salah satunya.`,
    en: `Change ${number} uses ${quote(id)}, which an earlier change has dropped. Remove one of the two.`,
  })

/** What everyone may not see is as unknown as what is not there. */
const unknown = (kind: 'activity' | 'agreement', id: string) =>
  notFound(
    kind === 'activity'
      ? {
          id: `Kegiatan ${quote(id)} tidak ada di antara yang boleh dilihat semua orang. Pilih dari /api/features/activities.`,
          en: `Activity ${quote(id)} is not among those that everyone may see. Choose from /api/features/activities.`,
        }
      : {
          id: `Kesepakatan ${quote(id)} tidak ada di antara yang boleh dilihat semua orang. Pilih dari /api/agreements.`,
          en: `Agreement ${quote(id)} is not among those that everyone may see. Choose from /api/agreements.`,
        },
  )

const tooWide = badRequest({
  id: `Skenario ini menyentuh lebih dari ${MOST_VILLAGES} desa. Kurangi tempatnya, atau bagi menjadi beberapa skenario.`,
  en: `This scenario touches more than ${MOST_VILLAGES} villages. Name fewer places, or split it into several.`,
})

const sitesAt = (places: readonly Code[]): Activity['sites'] => [...new Set(places)].map((code) => ({ code }))

/** The records as they would be, change by change in the order given. Every word of a change is known, or it is refused. */
export const imagine = (
  { geography, themes, everyone }: World,
  changes: readonly ScenarioChange[],
  region: Code,
): readonly Step[] => {
  const organisations = everyone.all('organisation')
  const now = { activity: new Map<string, Activity | null>(), agreement: new Map<string, Agreement | null>() }
  const known = <K extends 'activity' | 'agreement'>(kind: K, id: string, number: number) => {
    const changed = (now[kind] as Map<string, Activity | Agreement | null>).get(id)
    if (changed === null) throw dropped(number, id)
    const record = changed ?? everyone.find(kind, id)?.record
    if (!record) throw unknown(kind, id)
    return record as K extends 'activity' ? Activity : Agreement
  }
  const requirePlaces = (places: readonly Code[]) => {
    for (const code of places) requirePlace(code, geography)
  }
  const activityStep = (before: Activity | null, after: Activity): Step => {
    now.activity.set(after.id, after)
    return { kind: 'activity', before, after }
  }
  const agreementStep = (before: Agreement | null, after: Agreement | null): Step => {
    now.agreement.set((after ?? before)!.id, after)
    return { kind: 'agreement', before, after }
  }
  const stepOf = (change: ScenarioChange, index: number): Step => {
    const id = imaginedId(index)
    switch (change.kind) {
      case 'add': {
        const { organisation, theme, places, period, budgetIdr, beneficiaries } = change
        requirePlaces(places)
        return activityStep(null, {
          ...IMAGINED,
          id,
          title: id,
          themes: [requireKnown(theme, themes, THEME_WORDS)],
          organisations: [{ id: requireKnown(organisation, organisations, ORGANISATION_WORDS), role: 'implementer' }],
          sites: sitesAt(places),
          period,
          status: 'planned',
          ...(budgetIdr === undefined ? {} : { budgetIdr }),
          ...(beneficiaries === undefined ? {} : { beneficiaries }),
        })
      }
      case 'move': {
        const before = known('activity', change.activity, index + 1)
        requirePlaces(change.places)
        return activityStep(before, { ...before, sites: sitesAt(change.places) })
      }
      case 'extend': {
        const before = known('activity', change.activity, index + 1)
        return activityStep(before, { ...before, period: change.period })
      }
      case 'drop': {
        const before = known('activity', change.activity, index + 1)
        now.activity.set(change.activity, null)
        // Stopped work is still a report: its place does not fall silent.
        return { kind: 'activity', before, after: { ...before, status: 'cancelled' } }
      }
      case 'bind': {
        requirePlaces(change.places)
        const parties = [...new Set(change.parties)].map((party) => ({
          id: requireKnown(party, organisations, ORGANISATION_WORDS),
        }))
        const { places: scope } = change
        return agreementStep(null, {
          ...IMAGINED,
          id,
          title: id,
          kind: 'KB',
          stage: 'running',
          stages: [],
          parties,
          fields: [],
          scope,
          region,
        })
      }
      case 'unbind':
        return agreementStep(known('agreement', change.agreement, index + 1), null)
    }
  }
  const steps = changes.map(stepOf)
  const villages = (code: Code) => geography.within(code, 'village').length || 1
  const touched = changes.flatMap((change) => ('places' in change ? change.places : []))
  if (touched.reduce((sum, code) => sum + villages(code), 0) > MOST_VILLAGES) throw tooWide
  return steps
}

/** The last state of each record that was touched. */
export const engineChanges = (steps: readonly Step[]): readonly EngineChange[] => {
  const last = new Map<string, EngineChange>()
  for (const { kind, before, after } of steps) {
    const { id } = (after ?? before)!
    last.set(`${kind}/${id}`, { kind, id, record: after } as EngineChange)
  }
  return [...last.values()]
}
