import type { AnyRecord } from '../../model/record.ts'
import { sourcedBase } from './base.ts'
import { SOURCES } from './sources.ts'

const PLACES = ['61.11.06.2001', '61.11.06.2002', '61.11.06.2003'] as const
const [PELAPIS, BETOK_JAYA, PADANG] = PLACES
const PARTIES = [
  'pemkab-kayong-utara',
  'bksda-kalbar',
  'bpkh',
  'dinas-kelautan',
  'pemprov-kalbar',
  'bappenas',
  'kementerian-lhk',
  'kementerian-pariwisata',
  'kementerian-kelautan',
] as const

/**
 * KERAPU as announced: no party's plan, budget or monitoring has been reported yet, so there are no cells. The ministries
 * are those that the plan was to be shown to.
 */
export const CONVERGENCES: readonly AnyRecord[] = [
  {
    kind: 'convergence',
    record: {
      ...sourcedBase('kerapu', { ...SOURCES.kerapu2022, wording: 'KERAPU' }),
      note: 'Berita menyebut pemda, BKSDA, BPKH, dinas kelautan, dan pemerintah provinsi sebagai para pihak; Bappenas dan tiga kementerian sebagai penerima ekspose.',
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
      cells: [],
    },
  },
  {
    kind: 'convergence',
    record: {
      ...sourcedBase('kerapu-kewenangan-2022', { ...SOURCES.karimataWorks, wording: 'pembangunan fisik' }),
      note: 'Menurut Bappeda, usulan lewat jalur teknokratik, musrenbang, dan reses terbentur kewenangan.',
      title: 'KERAPU: kewenangan membangun menurut Bappeda Kayong Utara',
      region: '61.11',
      programme: 'kerapu',
      places: PLACES,
      parties: [],
      steps: [],
      cells: [],
      works: [
        { place: PELAPIS, physical: true, words: 'Hanya Pelapis yang dapat menerima pembangunan fisik' },
        { place: BETOK_JAYA, physical: false, words: 'Betok Jaya berada dalam kawasan konservasi' },
        { place: PADANG, physical: false, words: 'Padang berada dalam kawasan konservasi' },
      ],
    },
  },
]
