import type { AuthorityArea } from './authority.ts'
import type { Words } from './words.ts'

/**
 * What an authority area means for whoever wants to build there. `closed`: nothing that changes the area. `permit`: with the
 * consent of the ministry. `regency`: the regency's own ground. The articles are named so that they can be looked up; they
 * do not replace advice.
 */
export type AuthorityRule = {
  readonly building: 'closed' | 'permit' | 'regency'
  readonly law: string
  readonly reason: Words
  /** What to do before anything is proposed. */
  readonly remedy: Words
}

const RESERVE = {
  building: 'closed',
  law: 'UU 5/1990 pasal 16, 17, dan 19',
  reason: {
    id: 'kawasan suaka alam dikelola pemerintah pusat; yang mengubah keutuhannya dilarang, yang boleh penelitian, pendidikan, dan penunjang budidaya',
    en: 'a nature reserve is managed by the central government; whatever changes its integrity is forbidden, research and education are allowed',
  },
  remedy: {
    id: 'Bicarakan dengan pemegang kewenangan sebelum diusulkan: pindahkan ke luar kawasan, atau ubah menjadi kegiatan yang boleh di dalamnya lewat Nota Kesepakatan dan Rencana Kerja.',
    en: 'Talk to the authority before proposing it: move it outside the area, or make it work that is allowed inside, by a memorandum and a work plan.',
  },
} as const satisfies AuthorityRule

const FOREST = {
  building: 'permit',
  law: 'UU 41/1999 pasal 38; PP 23/2021 tentang penyelenggaraan kehutanan',
  reason: {
    id: 'pembangunan di luar kehutanan dalam kawasan hutan perlu persetujuan penggunaan kawasan hutan dari menteri',
    en: 'building for other than forestry inside forest land needs the consent of the minister to use that land',
  },
  remedy: {
    id: 'Ajukan persetujuan penggunaan kawasan hutan sebelum dianggarkan, atau pindahkan ke luar kawasan.',
    en: 'Ask for consent to use the forest land before budgeting it, or move it outside the area.',
  },
} as const satisfies AuthorityRule

export const AUTHORITY_RULES: { readonly [K in AuthorityArea['kind']]: AuthorityRule } = {
  marine_reserve: RESERVE,
  conservation_reserve: RESERVE,
  protection_forest: FOREST,
  production_forest: FOREST,
  other_use: {
    building: 'regency',
    law: 'UU 23/2014; PP 16/2021 tentang bangunan gedung',
    reason: {
      id: 'di luar kawasan hutan dan suaka alam; pemerintah kabupaten memberi persetujuan bangunan',
      en: 'outside forest land and reserves; the regency gives consent to build',
    },
    remedy: {
      id: 'Urus persetujuan bangunan pada pemerintah kabupaten.',
      en: 'Ask the regency for consent to build.',
    },
  },
}

/** Where work of others needs the authority first. */
export const isBarrier = (kind: AuthorityArea['kind']): boolean => AUTHORITY_RULES[kind].building !== 'regency'

const STRICTEST = ['closed', 'permit', 'regency'] as const

/** The strictest of several; null for none. */
export const strictest = (kinds: readonly AuthorityArea['kind'][]): AuthorityRule['building'] | null =>
  STRICTEST.find((building) => kinds.some((kind) => AUTHORITY_RULES[kind].building === building)) ?? null
