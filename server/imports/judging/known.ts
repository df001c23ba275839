import { type Code, isWithin } from '../../../data/model/codes.ts'
import { isModerating } from '../../../data/model/person.ts'
import { foldName, indexNames, type Named } from '../../../data/model/reading/names.ts'
import type { KnownCodes } from '../../../data/model/reading/place_codes.ts'
import { indexThemes } from '../../../data/model/reading/vocabulary.ts'
import { BPS_REGENCIES } from '../../../data/source/bps_codes.ts'
import type { Member } from '../../access/caller.ts'
import type { Geography } from '../../geography.ts'
import { knownTo } from '../../work/known.ts'
import type { Room } from '../../work/room.ts'
import { existingIn, type FindExisting } from './existing.ts'

type Index = ReadonlyMap<string, readonly Named<string>[]>

/** Places by the names that people write, level by level; islands stand among the villages. */
export type PlaceNames = { readonly village: Index; readonly district: Index; readonly regency: Index }

/** What stands before the name of a place and is no part of it. */
const PREFIXES: { readonly [L in keyof PlaceNames]: RegExp } = {
  village: /^(?:desa|ds|kelurahan|kel|desa kelurahan) (?=.)/,
  district: /^(?:kecamatan|kec) (?=.)/,
  regency: /^(?:kabupaten|kab|kota) (?=.)/,
}
export const foldPlace =
  (level: keyof PlaceNames) =>
  (text: string): string =>
    foldName(text).replace(PREFIXES[level], '')

const indexPlaces = ({ within, nameAbove, nameOf, find }: Geography, level: keyof PlaceNames): Index => {
  const named = (code: Code): Named<string> => {
    const name = nameOf(code)
    const above = [nameAbove(code), ...(level === 'village' ? [nameOf(code.slice(0, 5))] : [])].filter(
      (one, at, all) => one !== '' && all.indexOf(one) === at,
    )
    const words = `${name} (${[...above, code].join(', ')})`
    return { value: code, names: [name], words: { id: words, en: words } }
  }
  const places = [...within('', level), ...(level === 'village' ? within('', 'island') : [])]
  return indexNames(
    places.map(({ code }) => named(find(code)?.code ?? code)),
    foldPlace(level),
  )
}

const indexed = new WeakMap<Geography, PlaceNames>()
export const placeNamesOf = (geography: Geography): PlaceNames => {
  const known = indexed.get(geography)
  if (known) return known
  const names = {
    village: indexPlaces(geography, 'village'),
    district: indexPlaces(geography, 'district'),
    regency: indexPlaces(geography, 'regency'),
  }
  indexed.set(geography, names)
  return names
}

/** Everything that rows are compared with, for one caller. */
export type Known = {
  readonly room: Room
  readonly caller: Member
  readonly isSekber: boolean
  /** Where the caller's organisation works; null knows none. */
  readonly region: Code | null
  readonly places: PlaceNames
  readonly codes: KnownCodes
  readonly themes: Index
  readonly organisations: Index
  readonly agreements: Index
  readonly find: FindExisting
}

const regionOf = (room: Room, organisation: string | null): Code | null => {
  const kept = organisation === null ? null : room.store.state.records.get(`organisation/${organisation}`)
  return kept?.kind === 'organisation' ? (kept.record.region ?? null) : null
}

/** Organisations and agreements that the caller may know of, by every name they go by. */
const namesIn = (room: Room, caller: Member) => {
  const { knowsOrganisation, knowsAgreement } = knownTo(room, caller)
  const organisations: Named<string>[] = []
  const agreements: Named<string>[] = []
  for (const kept of room.store.state.records.values()) {
    if (kept.kind === 'organisation' && knowsOrganisation(kept.id)) {
      const { name, shortName } = kept.record
      organisations.push({
        value: kept.id,
        names: [name, ...(shortName ? [shortName] : []), kept.id],
        words: { id: name, en: name },
      })
    }
    if (kept.kind === 'agreement' && knowsAgreement(kept.id)) {
      const { title } = kept.record
      agreements.push({ value: kept.id, names: [title, kept.id], words: { id: title, en: title } })
    }
  }
  return { organisations: indexNames(organisations), agreements: indexNames(agreements) }
}

export const createKnown = (room: Room, caller: Member): Known => {
  const { geography, themes } = room.world
  const nameOf = (code: Code): string | null => {
    const name = geography.nameOf(code)
    return name === code ? null : name
  }
  return {
    room,
    caller,
    isSekber: isModerating(caller.role),
    region: regionOf(room, caller.organisation),
    places: placeNamesOf(geography),
    codes: { bps: BPS_REGENCIES, nameOf },
    themes: indexThemes(themes),
    ...namesIn(room, caller),
    find: existingIn(room.store),
  }
}

export const isRelated = (one: Code, other: Code): boolean => isWithin(one, other) || isWithin(other, one)
