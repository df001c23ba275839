import type { AnyRecord } from '../../model/record.ts'
import { sourcedBase } from './base.ts'
import { SOURCES } from './sources.ts'

const PLACES = ['61.11.06.2001', '61.11.06.2002', '61.11.06.2003'] as const
const PARTIES = ['pemkab-kayong-utara', 'bksda-kalbar', 'bpkh', 'dinas-kelautan', 'pemprov-kalbar'] as const

/** KERAPU as announced; no party's plan, budget or monitoring has been reported yet, so every cell is unknown. */
export const CONVERGENCES: readonly AnyRecord[] = [
  {
    kind: 'convergence',
    record: {
      ...sourcedBase('kerapu', { ...SOURCES.kerapu2022, wording: 'KERAPU' }),
      note: 'Menurut Bappeda (Inside Pontianak, 9 November 2022) usulan lewat jalur teknokratik, musrenbang, dan reses terbentur kewenangan: hanya Pelapis yang dapat menerima pembangunan fisik, Padang dan Betok Jaya berada dalam kawasan konservasi.',
      title: 'KERAPU: konvergensi program pembangunan Kepulauan Karimata',
      region: '61.11',
      places: PLACES,
      parties: PARTIES.map((id) => ({ id })),
      steps: [
        'Sinergi para pihak',
        'Rencana lanskap Kepulauan Karimata',
        'Rencana aksi',
        'Penyebarluasan rencana aksi',
        'Komitmen dalam dokumen perencanaan tiap pihak',
        'Ekspose kepada Bappenas dan kementerian',
      ],
      cells: PLACES.flatMap((place) =>
        PARTIES.map((party) => ({ place, party, planned: null, budgeted: null, monitored: null })),
      ),
    },
  },
]
