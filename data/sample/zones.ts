import type { AuthorityArea } from '../model/authority.ts'
import type { PlannedAction, Zone } from '../model/zone.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KARIMATA, KAYONG_UTARA, type SamplePlace } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'
import { type Blob, blobAt, type LngLat, polygonOf } from './shapes.ts'

type Theme = { readonly kind: Zone['kind']; readonly themes: readonly string[]; readonly actions: readonly string[] }

const KINDS: readonly Theme[] = [
  { kind: 'restoration', themes: ['restoration'], actions: ['Pembibitan dan penanaman', 'Sekat kanal dan pembasahan'] },
  {
    kind: 'protection',
    themes: ['forest_protection', 'social_forestry'],
    actions: ['Patroli bersama', 'Pengakuan hutan desa'],
  },
  { kind: 'livelihood', themes: ['livelihood', 'stunting'], actions: ['Kebun gizi keluarga', 'Modal kelompok usaha'] },
  { kind: 'agroforestry', themes: ['agroforestry'], actions: ['Kebun campur percontohan', 'Sekolah lapang petani'] },
  {
    kind: 'settlement',
    themes: ['clean_water', 'disaster'],
    actions: ['Air bersih perpipaan', 'Jalur evakuasi banjir'],
  },
]
const COAST: Theme = {
  kind: 'fisheries',
  themes: ['coastal_livelihood', 'marine_conservation'],
  actions: ['Zona tangkap nelayan kecil', 'Transplantasi karang'],
}

const LANDS = 18
const COASTS = 4
const BORDERS = 3
const NAMES: { readonly [K in Zone['kind']]: string } = {
  restoration: 'Pemulihan',
  protection: 'Perlindungan',
  livelihood: 'Penghidupan',
  agroforestry: 'Kebun campur',
  settlement: 'Permukiman',
  fisheries: 'Perikanan',
}

export const makeZones = (ground: Ground, partners: readonly Partner[], random: Random): readonly Zone[] => {
  const zones: Zone[] = []
  const add = (
    place: SamplePlace,
    { kind, themes, actions }: Theme,
    owner: string,
    parties: readonly Partner[],
  ): void => {
    const start = random.pick([2024, 2025, 2025, 2026])
    const planned = actions.map((title, at): PlannedAction => {
      const [first, second] = random.sample(parties, 2)
      return {
        title,
        theme: themes[at % themes.length]!,
        period: { start: `${start + at}-02-01`, end: `${start + at + 1}-11-30` },
        parties: [
          { id: first!.record.id, role: 'responsible' },
          ...(second ? [{ id: second.record.id, role: 'supporting' as const }] : []),
        ],
        resources: random.pick([
          'Dana mitra dan tenaga warga',
          'APBD dan pendampingan mitra',
          'Bibit, pelatihan, dan dana desa',
        ]),
        ...(random.chance(0.75) ? { budgetIdr: 10_000_000 * random.whole(5, 90) } : {}),
      }
    })
    zones.push({
      ...sampleBase(numbered('contoh-zona', zones.length + 1, 2), random),
      name: `${NAMES[kind]} ${place.name}`,
      kind,
      geometry: polygonOf(blobAt(place.position, random.between(3.5, 9), random)),
      region: place.code.slice(0, 5),
      owner,
      period: { start: `${start}-01-01`, end: `${start + 3}-12-31` },
      actions: planned,
    })
  }
  const near = (place: SamplePlace, field: readonly SamplePlace[]) => {
    const nearest = new Set(ground.nearest(place, field, 60).map(({ code }) => code))
    const found = partners.filter(({ base, hasSites }) => hasSites && nearest.has(base.code))
    return found.length > 1 ? found : partners.filter((partner) => partner.hasSites && partner.field === field)
  }
  for (const [at, place] of random.sample(ground.lively, LANDS).entries())
    add(place, KINDS[at % KINDS.length]!, 'opd-bappeda', near(place, ground.lively))
  const coast = ground.within(KAYONG_UTARA)
  for (const place of [...ground.within(KARIMATA), random.pick(coast)].slice(0, COASTS))
    add(
      place,
      COAST,
      'bappelitbang-kayong-utara',
      near(place, coast).filter(({ field }) => field.length === coast.length),
    )
  for (const place of random.sample(ground.border, BORDERS))
    add(
      place,
      KINDS[4]!,
      place.code.startsWith('62.07') ? 'opd-bpbd-seruyan' : 'opd-bpbd-kotim',
      near(place, ground.border),
    )
  return zones
}

const smooth = (centre: LngLat, radiusKm: number, flatness: number, turn: number): Blob => ({
  centre,
  radiusKm,
  flatness,
  turn,
  waves: [
    { count: 2, size: 0.05, phase: 1 },
    { count: 3, size: 0.03, phase: 2 },
  ],
})

/** The reported hectares belong to the source; the outline is only an illustration around the islands. */
export const makeAuthority = (ground: Ground, random: Random): readonly AuthorityArea[] => {
  const [pelapis, betok, padang] = ground.within(KARIMATA)
  if (!pelapis || !betok || !padang) return []
  const middle: LngLat = [(betok.position[0] + padang.position[0]) / 2, (betok.position[1] + padang.position[1]) / 2]
  const rows: readonly Pick<AuthorityArea, 'name' | 'kind' | 'holder' | 'areaHaReported' | 'decree' | 'geometry'>[] = [
    {
      name: 'Cagar alam laut Karimata (garis contoh)',
      kind: 'marine_reserve',
      holder: 'bksda-kalbar',
      areaHaReported: 190_800,
      decree: 'Luas menurut berita Antara Kalbar 528721',
      geometry: polygonOf(smooth(middle, 29, 0.76, 0.15)),
    },
    {
      name: 'Cagar alam Pulau Karimata (garis contoh)',
      kind: 'conservation_reserve',
      holder: 'bksda-kalbar',
      geometry: polygonOf(smooth(padang.position, 9, 0.7, 0.5)),
    },
    {
      name: 'Hutan lindung Kepulauan Karimata (garis contoh)',
      kind: 'protection_forest',
      holder: 'bpkh',
      areaHaReported: 18_313.91,
      decree: 'Luas menurut berita Antara Kalbar 528721',
      geometry: polygonOf(smooth(betok.position, 8.4, 0.85, 1.1)),
    },
    {
      name: 'Areal penggunaan lain Pelapis (garis contoh)',
      kind: 'other_use',
      holder: 'pemkab-kayong-utara',
      geometry: polygonOf(smooth(pelapis.position, 5, 0.8, 0.3)),
    },
  ]
  return rows.map((row, at) => ({
    ...sampleBase(numbered('contoh-kewenangan', at + 1, 2), random),
    note: 'Bentuk garis hanya contoh; bukan batas resmi kawasan.',
    region: KAYONG_UTARA,
    ...row,
  }))
}
