import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'
import type { Words } from './words.ts'

export const ORGANISATION_KINDS = ['opd', 'ngo', 'credit_union', 'company', 'village', 'ministry', 'agency'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const ORGANISATION_KIND_LABELS: { readonly [K in OrganisationKind]: Words } = {
  opd: { id: 'Perangkat daerah', en: 'Regency departments' },
  ngo: { id: 'Lembaga swadaya masyarakat', en: 'Non-governmental organisations' },
  credit_union: { id: 'Credit union', en: 'Credit unions' },
  company: { id: 'Perusahaan', en: 'Companies' },
  village: { id: 'Desa', en: 'Villages' },
  ministry: { id: 'Kementerian', en: 'Ministries' },
  agency: { id: 'Lembaga pemerintah', en: 'Government agencies' },
}

export type Organisation = RecordBase & {
  readonly name: string
  readonly shortName?: string
  readonly kind: OrganisationKind
  /** The regency (or province) the organisation belongs to or works from. */
  readonly region?: Code
  /** Id of the institution it is a part of: the ministry of a technical unit. */
  readonly parent?: string
  /** Ids of urusan a department is responsible for (tupoksi); empty for everyone else. */
  readonly urusan: readonly string[]
  /** Ids of themes a partner says it works on. */
  readonly themes: readonly string[]
  /** Persons only as the source names them, with the date they held the office. */
  readonly offices?: readonly { readonly person: string; readonly role: string; readonly asOf: string }[]
}

/** Partners are those who join a government programme from outside it. */
export const isPartner = (kind: OrganisationKind): boolean =>
  kind === 'ngo' || kind === 'credit_union' || kind === 'company'
