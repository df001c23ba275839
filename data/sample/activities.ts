import type { Activity, ActivityStatus, Site } from '../model/activity.ts'
import type { Span } from '../model/period.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KARIMATA, type SamplePlace } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'
import { blobAt, corridorThrough, pointNear, polygonOf } from './shapes.ts'
import type { AreaTarget } from './targets.ts'

const TITLES: Readonly<Record<string, readonly string[]>> = {
  stunting: ['Pendampingan gizi ibu dan balita', 'Posyandu aktif dan pangan lokal', 'Kelas ibu hamil dan balita'],
  maternal_child_health: ['Penguatan bidan desa', 'Rumah tunggu kelahiran'],
  supplementary_feeding: ['Makanan tambahan dari kebun warga', 'Dapur gizi desa'],
  education: ['Perpustakaan kampung dan kelas baca', 'Pelatihan guru sekolah dasar', 'Beasiswa anak petani'],
  honorary_teachers: ['Insentif guru honorer'],
  out_of_school_children: ['Kelas kejar dan pendampingan anak kembali sekolah', 'Rumah belajar desa'],
  clean_water: ['Sambungan air bersih perpipaan desa', 'Perlindungan mata air'],
  waste: ['Bank sampah desa'],
  village_infrastructure: ['Perbaikan jalan tani dan jembatan gantung'],
  livelihood: ['Simpan pinjam dan usaha kelompok', 'Pendampingan usaha rumah tangga'],
  local_products: ['Tenun ikat dan kerajinan rotan', 'Pengolahan madu hutan'],
  gender: ['Kelompok perempuan berusaha'],
  agroforestry: ['Kebun campur karet dan buah', 'Kakao dan tembawang rakyat'],
  restoration: ['Pemulihan lahan kritis dan gambut', 'Penanaman tepi sungai'],
  social_forestry: ['Pendampingan hutan desa'],
  forest_protection: ['Patroli hutan bersama warga'],
  disaster: ['Desa tangguh banjir', 'Peringatan dini dan jalur evakuasi'],
  settlement_fire: ['Relawan pemadam kebakaran'],
  indigenous_peoples: ['Pemetaan wilayah adat', 'Pendampingan masyarakat adat'],
  marine_conservation: ['Perlindungan terumbu karang', 'Pengawasan laut bersama nelayan'],
  coastal_livelihood: ['Budi daya rumput laut dan keramba', 'Pengolahan ikan nelayan'],
  tourism: ['Homestay dan pemandu wisata bahari'],
  aquaculture: ['Kolam nila kelompok tani'],
}

const TODAY = '2026-11-20'
const LAST_DAY = '2029-12-31'
const PER_PARTNER = 5
/** So many of a partner's activities are on its main theme before it widens. */
const MAIN_THEME_FIRST = 3
const DEPARTMENT_BY_THEME: Readonly<Record<string, string>> = {
  stunting: 'opd-kesehatan',
  education: 'opd-pendidikan',
  clean_water: 'opd-pu',
  disaster: 'opd-bpbd',
}

const spanOf = (random: Random): Span => {
  const start = `${random.pick([2022, 2023, 2024, 2024, 2025, 2025, 2025, 2026, 2026, 2027])}-${String(random.whole(1, 9)).padStart(2, '0')}-01`
  if (random.chance(0.08)) return { start, end: null }
  const end = `${Number(start.slice(0, 4)) + random.whole(1, 3)}-12-31`
  return { start, end: end > LAST_DAY ? LAST_DAY : end }
}

const statusOf = ({ start, end }: Span, random: Random): ActivityStatus => {
  if (random.chance(0.055)) return 'suspended'
  if (random.chance(0.03)) return 'cancelled'
  if (start > TODAY) return 'planned'
  return end !== null && end < TODAY ? 'completed' : 'ongoing'
}

type Choice = { readonly sites: readonly Site[]; readonly heart: SamplePlace }

/** Work lies around the partner's base: lists of neighbouring villages, points in them, areas, roads between them. */
const placesOf = (partner: Partner, theme: string, ground: Ground, random: Random): Choice => {
  const heart = random.pick(ground.nearest(partner.base, partner.field, Math.min(34, partner.field.length)))
  const around = ground.nearest(heart, partner.field, 24)
  const shape = random.next()
  const onLand =
    theme === 'restoration' || theme === 'agroforestry' || theme === 'forest_protection' || theme === 'social_forestry'
  if (onLand || shape < 0.14) {
    const blobs = around
      .slice(0, random.whole(1, 2))
      .map((place) => blobAt(place.position, random.between(1.6, 4.6), random))
    return { heart, sites: blobs.map((blob): Site => ({ geometry: polygonOf(blob) })) }
  }
  if (shape < 0.62)
    return {
      heart,
      sites: around
        .slice(0, random.whole(6, Math.min(22, Math.max(6, Math.round(partner.field.length / 4)))))
        .map(({ code }): Site => ({ code })),
    }
  if (shape < 0.68)
    return {
      heart,
      sites: [
        {
          geometry: corridorThrough(
            around.slice(0, random.whole(3, 5)).map(({ position }) => position),
            random,
          ),
        },
      ],
    }
  return {
    heart,
    sites: random
      .sample(around.slice(0, 11), random.whole(2, 8))
      .map((place): Site => ({ geometry: pointNear(place.position, 0.7, random), name: place.name })),
  }
}

const money = (random: Random): number => 5_000_000 * Math.round(10 * Math.exp(random.between(0, 4.6)))

export const makeActivities = (
  ground: Ground,
  partners: readonly Partner[],
  areas: readonly AreaTarget[],
  random: Random,
): readonly Activity[] => {
  const activities: Activity[] = []
  const working = partners.filter(({ hasSites }) => hasSites)

  const add = (partner: Partner, themes: readonly string[], { sites, heart }: Choice, period: Span): void => {
    const theme = themes[0]!
    const friend = random.chance(0.12) ? random.pick(working.filter(({ field }) => field === partner.field)) : null
    const department = random.chance(0.06) && heart.code.startsWith('61.05') ? DEPARTMENT_BY_THEME[theme] : undefined
    const others = [
      ...(friend && friend !== partner ? [{ id: friend.record.id, role: 'implementer' as const }] : []),
      ...(department ? [{ id: department, role: 'implementer' as const }] : []),
      ...(random.chance(0.2) ? [{ id: random.pick(working).record.id, role: 'funder' as const }] : []),
    ]
    const known = random.chance(0.85)
    activities.push({
      ...sampleBase(numbered('contoh-keg', activities.length + 1, 4), random),
      title: `${random.pick(TITLES[theme] ?? ['Pendampingan warga'])}, ${ground.nameOf(heart.code.slice(0, 8))}`,
      themes,
      organisations: [
        { id: partner.record.id, role: 'implementer' },
        ...others.filter(
          ({ id }, at) => id !== partner.record.id && others.findIndex((other) => other.id === id) === at,
        ),
      ],
      sites,
      period,
      status: statusOf(period, random),
      ...(known ? { budgetIdr: money(random), beneficiaries: random.whole(4, 240) * 10 } : {}),
      ...(random.chance(0.6) ? { planningDocument: `RKPD ${period.start.slice(0, 4)} (contoh)` } : {}),
    })
  }

  for (const partner of working)
    for (let index = 0; index < PER_PARTNER; index += 1) {
      const [main, second] = partner.record.themes
      const theme = index < MAIN_THEME_FIRST ? main! : random.pick(partner.record.themes)
      const themes = theme === main && second && random.chance(0.3) ? [theme, second] : [theme]
      add(partner, themes, placesOf(partner, theme, ground, random), spanOf(random))
    }

  // Some of the departments' areas are served: from a corner of them to all and a little more.
  const growers = working.filter(({ record }) =>
    record.themes.some((theme) => theme === 'agroforestry' || theme === 'social_forestry'),
  )
  for (const { theme, year, blob } of areas) {
    if (!random.chance(0.55)) continue
    const heart = ground.nearest({ ...growers[0]!.base, position: blob.centre }, ground.lively, 1)[0]!
    const sites: Site[] = [{ geometry: polygonOf(blob, random.between(0.45, 1.08)) }]
    add(random.pick(growers), [theme], { sites, heart }, { start: `${year - 1}-03-01`, end: `${year + 1}-12-31` })
  }

  for (const island of ground.islands.filter(({ name }) => /Karimata|Pelapis|Serutu/.test(name)).slice(0, 4)) {
    const partner = random.pick(working.filter(({ field }) => field !== ground.lively && field !== ground.border))
    const heart = ground.nearest(island, ground.within(KARIMATA), 1)[0]!
    const theme = random.pick(['marine_conservation', 'coastal_livelihood', 'tourism'])
    add(partner, [theme], { sites: [{ code: island.code }], heart }, { start: '2025-02-01', end: '2027-12-31' })
  }
  return activities
}
