import type { Activity } from '../model/activity.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KARIMATA, KAYONG_UTARA } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'
import { blobAt, polygonOf } from './shapes.ts'

/** Work that is only proposed for Karimata: in Betok Jaya and Padang inside areas of another authority, in Pelapis not. */
export const makeProposals = (ground: Ground, partners: readonly Partner[], random: Random): readonly Activity[] => {
  const [pelapis, betok, padang] = ground.within(KARIMATA)
  const partner = partners.find(({ base, hasSites }) => hasSites && base.code.startsWith(KAYONG_UTARA))?.record
  if (!pelapis || !betok || !padang || !partner) return []
  const rows: readonly (readonly [title: string, sites: Activity['sites']])[] = [
    ['Usulan contoh: dermaga perahu Betok Jaya', [{ geometry: polygonOf(blobAt(betok.position, 0.4, random)) }]],
    ['Usulan contoh: air bersih Padang', [{ geometry: { type: 'Point', coordinates: [...padang.position] } }]],
    ['Usulan contoh: jalan setapak Pelapis', [{ geometry: { type: 'Point', coordinates: [...pelapis.position] } }]],
  ]
  return rows.map(([title, sites], at) => ({
    ...sampleBase(numbered('contoh-usulan', at + 1, 2), random),
    title,
    themes: ['coastal_livelihood'],
    organisations: [{ id: partner.id, role: 'implementer' }],
    sites,
    period: { start: '2027-02-01', end: '2027-11-30' },
    status: 'planned',
  }))
}
