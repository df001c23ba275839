import type { Activity, Site } from '../../data/model/activity.ts'
import { type Code, levelOf, parentOf } from '../../data/model/codes.ts'
import { completenessOf } from '../../data/model/completeness.ts'
import type { CheckAnswer, Finding } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import { readDrawn } from '../area/drawn.ts'
import { Refusal } from '../problems.ts'
import { RECORD_OBJECTS } from '../routes/recordSchemas.ts'
import { authorityOf } from './checks/authority.ts'
import { missingOf } from './checks/missing.ts'
import { USE_MENDED } from './checks/place_words.ts'
import { placeOf, swapOf, swapped } from './checks/sites.ts'
import { periodOf, sumsOf } from './checks/sums.ts'
import { twinsOf } from './checks/twins.ts'
import { fault } from './faults.ts'
import { findKept } from './find.ts'
import { isFields } from './form.ts'
import { takeShape } from './geometry.ts'
import { knownTo } from './known.ts'
import { limitsOf } from './limits.ts'
import { namesIn, othersFor, placed } from './others.ts'
import { reachOfSites } from './reach.ts'
import { referencesOf } from './references.ts'
import type { Room } from './room.ts'
import { valuesOf } from './values.ts'

const EMPTY = {
  title: '',
  themes: [],
  organisations: [],
  sites: [],
  period: { start: '', end: null },
  status: 'planned',
  source: { text: '' },
  visibility: 'public',
  origin: 'entered',
  enteredBy: '',
  verification: 'draft',
} as const

const FIELDS = RECORD_OBJECTS.activity.shape
const isField = (name: string): name is keyof typeof FIELDS => Object.hasOwn(FIELDS, name)

/** What can be read of an unfinished record; the rest is left for later, each field with a word about it. */
const readPart = (value: unknown): { readonly part: Partial<Activity>; readonly findings: Finding[] } => {
  const findings: Finding[] = []
  const part: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(isFields(value) ? value : {})) {
    if (!isField(name) || given === undefined || given === null) continue
    const read = FIELDS[name].safeParse(given)
    const beyond = read.success ? limitsOf(read.data, name) : []
    if (read.success && beyond.length === 0) part[name] = read.data
    else if (beyond.length > 0) findings.push(...beyond)
    else
      findings.push(
        fault(name, 'form', {
          id: `Isian "${name}" belum dapat dibaca. Periksa lagi.`,
          en: `Field "${name}" cannot be read yet. Check it again.`,
        }),
      )
  }
  return { part: part as Partial<Activity>, findings }
}

type Read = { readonly site: Site | null; readonly findings: readonly Finding[] }

const readSite = async (site: Site, index: number, region: Code | null, room: Room): Promise<Read> => {
  const around = room.world
  if ('code' in site) return { site, findings: placeOf(site, index, region, around) }
  const field = `sites.${index}.geometry`
  try {
    const { geometry, note } = await takeShape(site.geometry, around)
    const taken = { ...site, geometry }
    const mended: Finding[] = note
      ? [{ field, severity: 'warning', name: 'crossing', words: note, remedy: { words: USE_MENDED, value: geometry } }]
      : []
    return { site: taken, findings: [...mended, ...placeOf(taken, index, region, around)] }
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem === 'too-slow' || error.problem === 'rebuilding') throw error
    return { site: null, findings: [swapIn(field, site, around) ?? fault(field, 'geometry', error.detail)] }
  }
}

/** A latitude of 111 is on no map; turned around it may be a village. */
const swapIn = (field: string, site: Site, around: Room['world']): Finding | null => {
  if ('code' in site) return null
  try {
    readDrawn(swapped(site.geometry))
    return swapOf(field, site.geometry, around)
  } catch {
    // No shape either way round.
    return null
  }
}

const regionOf = ({ organisation }: Member, room: Room): Code | null => {
  const kept = organisation === null ? null : findKept(room, 'organisation', organisation)
  return kept?.kind === 'organisation' ? (kept.record.region ?? null) : null
}

const districtsOf = (codes: readonly Code[], { geography }: Room['world']) => {
  const villages = codes.map((code) => geography.find(code)?.village ?? code)
  const found = villages.flatMap((code) => (levelOf(code) === 'village' ? [parentOf(code)!] : []))
  return [...new Set(found)].sort().map((code) => ({ code, name: geography.nameOf(code) }))
}

const SHORTEST_TITLE = 4

const twinsFor = (activity: Activity, caller: Member, room: Room): CheckAnswer['twins'] => {
  if (activity.title.length < SHORTEST_TITLE) return []
  const one = placed(activity, room)
  return twinsOf(one, othersFor(one, caller, room), namesIn(room))
}

/** Everything that can be said of an activity while it is being written; nothing is kept. */
export const checkActivity = async (
  room: Room,
  caller: Member,
  value: unknown,
  id: string | undefined,
): Promise<CheckAnswer> => {
  const { world } = room
  const { part, findings } = readPart(value)
  const region = regionOf(caller, room)
  const read: Read[] = []
  for (const [index, site] of (part.sites ?? []).entries()) read.push(await readSite(site, index, region, room))
  const sites = read.flatMap(({ site }) => site ?? [])
  const activity: Activity = { ...EMPTY, confirmed: room.today(), ...part, sites, id: id ?? part.id ?? '' }
  const entry = { kind: 'activity', record: activity } as const
  const reached = reachOfSites(sites, world)
  const found = [
    ...findings,
    ...missingOf({ kind: 'activity', record: { ...activity, sites: part.sites ?? [] } }),
    ...read.flatMap((one) => one.findings),
    ...authorityOf(activity, world),
    ...periodOf(activity.period),
    ...sumsOf(activity),
    ...valuesOf(entry, room.now()).filter(({ field }) => field !== 'period.start' || activity.period.start !== ''),
    ...referencesOf(entry, null, knownTo(room, caller)),
  ]
  const urusan = world.themes.filter((theme) => activity.themes.includes(theme.id)).flatMap((theme) => theme.urusan)
  return {
    findings: found,
    villages: reached.map(({ code, areaHa }) => ({ code, name: world.geography.nameOf(code), areaHa })),
    districts: districtsOf(
      reached.map(({ code }) => code),
      world,
    ),
    urusan: [...new Set(urusan)],
    twins: twinsFor(activity, caller, room),
    completeness: completenessOf(entry),
  }
}
