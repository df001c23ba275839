import type { AnyRecord } from '../../../data/model/record.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding } from '../../../data/model/work.ts'
import { describe } from '../../describe.ts'

const NEEDED: Readonly<Record<string, Words>> = {
  title: { id: 'Beri judul.', en: 'Give it a title.' },
  name: { id: 'Beri nama.', en: 'Give it a name.' },
  themes: { id: 'Pilih paling sedikit satu tema.', en: 'Choose at least one theme.' },
  theme: { id: 'Pilih temanya.', en: 'Choose its theme.' },
  organisations: { id: 'Sebut siapa pelaksananya.', en: 'Say who carries it out.' },
  sites: {
    id: 'Tandai paling sedikit satu lokasi, atau pilih desanya.',
    en: 'Mark at least one site, or choose its villages.',
  },
  'period.start': { id: 'Isi kapan kegiatan ini dimulai.', en: 'Say when this work begins.' },
  'source.text': {
    id: 'Sebut sumbernya, misalnya "Laporan lembaga, Mei 2026".',
    en: 'Name the source, such as "Own report, May 2026".',
  },
  indicator: { id: 'Isi indikator targetnya.', en: 'Give the indicator of the target.' },
  unit: { id: 'Isi satuannya, misalnya % atau ha.', en: 'Give the unit, such as % or ha.' },
  area: { id: 'Pilih wilayah targetnya.', en: 'Choose the places of the target.' },
  places: {
    id: 'Pilih tempatnya: zona, desa, kecamatan atau pulau.',
    en: 'Choose its place: a zone, villages, districts or islands.',
  },
  actions: {
    id: 'Tulis paling sedikit satu aksi, dan sebut apa yang dikerjakan pada setiap aksi.',
    en: 'Write at least one action, and say of each what is done.',
  },
  scenes: {
    id: 'Buat paling sedikit satu adegan, dan beri setiap adegan judul: temuannya dalam satu kalimat.',
    en: 'Make at least one scene, and give every scene a title: its finding in one sentence.',
  },
  'document.title': { id: 'Sebut dokumen perencanaannya.', en: 'Name the planning document.' },
}

const missing = (field: string): Finding => ({
  field,
  severity: 'error',
  name: 'missing',
  words: NEEDED[field] ?? { id: `Isian "${field}" belum ada.`, en: `Field "${field}" is missing.` },
})

/** By field, whether it is there. */
type Filled = Readonly<Record<string, boolean>>

const filledIn = (entry: AnyRecord): Filled => {
  const { kind, record } = entry
  switch (kind) {
    case 'activity':
      return {
        title: record.title !== '',
        themes: record.themes.length > 0,
        organisations: record.organisations.some(({ role }) => role === 'implementer'),
        sites: record.sites.length > 0,
        'period.start': record.period.start !== '',
      }
    case 'target':
      return {
        title: record.title !== '',
        theme: record.theme !== '',
        indicator: record.indicator !== '',
        unit: record.unit !== '',
        area: 'geometry' in record.area || record.area.codes.length > 0,
        'document.title': record.document.title !== '',
      }
    case 'plan':
      return {
        name: record.name !== '',
        places: record.zone !== undefined || record.places.length > 0,
        actions: record.actions.length > 0 && record.actions.every(({ what }) => what !== ''),
      }
    case 'story':
      return {
        name: record.name !== '',
        scenes: record.scenes.length > 0 && record.scenes.every(({ title }) => title !== ''),
      }
    case 'organisation':
    case 'zone':
    case 'authority':
      return { name: record.name !== '' }
    default:
      return { title: describe(entry).title !== '' }
  }
}

/** What has to be there before anybody reviews it; a draft may lack all of it. */
export const missingOf = (entry: AnyRecord): Finding[] => {
  const filled: Filled = { ...filledIn(entry), 'source.text': entry.record.source.text !== '' }
  return Object.keys(filled)
    .filter((field) => !filled[field])
    .map(missing)
}
