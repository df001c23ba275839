import type { AgreementKind } from './agreement.ts'
import { type Code, levelOf } from './codes.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Words } from './words.ts'

/** As much of a party as the legal form asks for. */
export type Party = { readonly kind: OrganisationKind; readonly region?: Code }

export type KindReason = { readonly kind: AgreementKind; readonly reason: Words }

/** Which forms parties may choose, the usual one first, and why the others are not for them. */
export type KindOffer = { readonly offered: readonly KindReason[]; readonly refused: readonly KindReason[] }

export const AGREEMENT_KIND_LABELS: { readonly [K in AgreementKind]: Words } = {
  KB: { id: 'Kesepakatan Bersama', en: 'Joint agreement (KB)' },
  PKS: { id: 'Perjanjian Kerja Sama', en: 'Cooperation contract (PKS)' },
  KSDD: { id: 'Kerja sama daerah dengan daerah', en: 'Cooperation between regions (KSDD)' },
  NK: { id: 'Nota Kesepakatan', en: 'Memorandum (NK)' },
  RK: { id: 'Rencana Kerja', en: 'Work plan (RK)' },
}

/** A department, or the government of a regency: both act for their region. */
const regionOf = ({ kind, region }: Party): Code | null => {
  if (kind === 'opd') return region ?? ''
  return kind === 'agency' && region !== undefined && levelOf(region) === 'regency' ? region : null
}

const isOfTheState = (party: Party): boolean =>
  party.kind === 'ministry' || (party.kind === 'agency' && regionOf(party) === null)

const offer = (kind: AgreementKind, id: string, en: string): KindReason => ({ kind, reason: { id, en } })

const NEEDS_STATE = 'Bentuk ini untuk kementerian atau lembaga seperti BKSDA dan BPKH.'
const NEEDS_STATE_EN = 'This form is for ministries and agencies such as BKSDA and BPKH.'
const NEEDS_REGIONS = 'Kerja sama daerah dengan daerah memerlukan dua kabupaten.'
const NEEDS_REGIONS_EN = 'Cooperation between regions takes two regencies.'

const WITH_STATE: KindOffer = {
  offered: [
    offer(
      'NK',
      'Ada kementerian atau lembaga di antara para pihak: dimulai dengan Nota Kesepakatan.',
      'A ministry or agency is among the parties: it begins with a memorandum (Nota Kesepakatan).',
    ),
    offer(
      'RK',
      'Rencana Kerja menjalankan Nota Kesepakatan dengan kementerian atau lembaga.',
      'A work plan (Rencana Kerja) carries out the memorandum with a ministry or agency.',
    ),
  ],
  refused: [
    offer(
      'PKS',
      'Dengan kementerian atau lembaga (BKSDA, BPKH) tidak dibuat PKS, melainkan Nota Kesepakatan dan Rencana Kerja.',
      'With a ministry or agency (BKSDA, BPKH) there is never a PKS, but a Nota Kesepakatan and a Rencana Kerja.',
    ),
    offer(
      'KB',
      'Kesepakatan Bersama untuk LSM, credit union, dan pihak ketiga lain; dengan lembaga negara dipakai Nota Kesepakatan.',
      'A Kesepakatan Bersama is for NGOs, credit unions and other third parties; with the state it is a Nota Kesepakatan.',
    ),
    offer('KSDD', NEEDS_REGIONS, NEEDS_REGIONS_EN),
  ],
}

const BETWEEN_REGIONS: KindOffer = {
  offered: [
    offer(
      'KSDD',
      'Para pihak dari dua daerah: kerja sama daerah dengan daerah (PP 28/2018).',
      'The parties are of two regions: cooperation between regions (PP 28/2018).',
    ),
    offer(
      'PKS',
      'Perangkat daerah kedua pihak menjalankan kerja sama itu dengan PKS.',
      'Departments of both sides carry that cooperation out by a PKS.',
    ),
  ],
  refused: [
    offer(
      'KB',
      'Kesepakatan Bersama untuk pihak ketiga; antardaerah dicatat sebagai KSDD, apa pun judul naskahnya.',
      'A Kesepakatan Bersama is for third parties; between regions it is a KSDD, whatever its text is called.',
    ),
    offer('NK', NEEDS_STATE, NEEDS_STATE_EN),
    offer('RK', NEEDS_STATE, NEEDS_STATE_EN),
  ],
}

const WITH_PARTNERS: KindOffer = {
  offered: [
    offer(
      'KB',
      'Ada LSM, credit union, atau pihak ketiga lain: dimulai dengan Kesepakatan Bersama.',
      'An NGO, credit union or other third party is among them: it begins with a Kesepakatan Bersama.',
    ),
    offer(
      'PKS',
      'PKS menjalankan Kesepakatan Bersama; kepala perangkat daerah menandatanganinya dengan kuasa bupati.',
      "A PKS carries a Kesepakatan Bersama out; a department head signs it with the regent's power of attorney.",
    ),
  ],
  refused: [
    offer('KSDD', NEEDS_REGIONS, NEEDS_REGIONS_EN),
    offer('NK', NEEDS_STATE, NEEDS_STATE_EN),
    offer('RK', NEEDS_STATE, NEEDS_STATE_EN),
  ],
}

const NOBODY: KindOffer = { offered: [], refused: [] }

/** The forms that the parties allow, with the reason in words (PP 28/2018, Permendagri 22/2020). Empty until there is a second side. */
export const kindsFor = (parties: readonly Party[]): KindOffer => {
  if (parties.some(isOfTheState)) return parties.length < 2 ? NOBODY : WITH_STATE
  const regions = new Set(parties.flatMap((party) => regionOf(party) ?? []))
  const hasPartner = parties.some((party) => regionOf(party) === null)
  if (hasPartner) return regions.size > 0 ? WITH_PARTNERS : NOBODY
  return regions.size > 1 ? BETWEEN_REGIONS : NOBODY
}

/** Why parties may not choose a form; null where they may, or where it is too early to say. */
export const refusalOf = (kind: AgreementKind, parties: readonly Party[]): Words | null =>
  kindsFor(parties).refused.find((one) => one.kind === kind)?.reason ?? null
