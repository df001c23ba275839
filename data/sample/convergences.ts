import type { Code } from '../model/codes.ts'
import type { Convergence } from '../model/convergence.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KARIMATA, KAYONG_UTARA } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'

type Said = boolean | null
type Row = readonly [place: Code, planned: Said, budgeted: Said, monitored: Said]

/**
 * Reports of invented departments and partners on KERAPU, so that yes, no and no data are all seen. Nobody real is made to say
 * anything: the parties of the programme itself stay without data.
 */
export const makeConvergences = (
  ground: Ground,
  partners: readonly Partner[],
  random: Random,
): readonly Convergence[] => {
  const [pelapis, betok, padang] = ground.within(KARIMATA).map(({ code }) => code)
  const partner = partners.find(({ base, hasSites }) => hasSites && base.code.startsWith(KAYONG_UTARA))?.record
  if (!pelapis || !betok || !padang) return []
  const water = { id: 'contoh-opd-air-kku', name: 'Dinas Contoh Pekerjaan Umum' }
  const sea = { id: 'contoh-opd-kelautan-kku', name: 'Dinas Contoh Perikanan' }
  const given: readonly (readonly [
    party: { id: string; name: string },
    document: string,
    date: string,
    rows: readonly Row[],
  ])[] = [
    [
      water,
      'RKPD 2025',
      '2024-06-14',
      [
        [pelapis, true, null, null],
        [padang, false, null, null],
      ],
    ],
    [
      water,
      'Renja 2026',
      '2025-08-15',
      [
        [pelapis, true, null, null],
        [betok, false, null, null],
        [padang, true, null, null],
      ],
    ],
    [
      water,
      'DPA 2026',
      '2026-01-12',
      [
        [pelapis, null, true, null],
        [padang, null, false, null],
      ],
    ],
    [
      sea,
      'Renja 2026',
      '2025-08-20',
      [
        [pelapis, true, true, null],
        [betok, true, false, null],
        [padang, true, true, null],
      ],
    ],
    [
      sea,
      'Laporan pemantauan triwulan II 2026',
      '2026-07-08',
      [
        [pelapis, null, null, true],
        [betok, null, null, false],
      ],
    ],
    ...(partner
      ? ([
          [
            partner,
            'Rencana kerja 2026',
            '2026-02-03',
            [
              [betok, true, true, true],
              [padang, true, null, null],
            ],
          ],
        ] as const)
      : []),
  ]
  return given.map(([{ id, name }, document, date, rows], at) => ({
    ...sampleBase(numbered('contoh-konvergensi', at + 1, 2), random),
    source: { text: `${document} (contoh)`, date },
    confirmed: date,
    owner: id,
    title: `KERAPU: ${name}, ${document}`,
    region: KAYONG_UTARA,
    programme: 'kerapu',
    places: rows.map(([place]) => place),
    parties: [{ id }],
    steps: [],
    cells: rows.map(([place, planned, budgeted, monitored]) => ({ place, party: id, planned, budgeted, monitored })),
  }))
}
