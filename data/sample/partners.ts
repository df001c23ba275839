import { parentOf } from '../model/codes.ts'
import type { Organisation } from '../model/organisation.ts'
import { sampleBase } from './base.ts'
import type { Ground, SamplePlace } from './ground.ts'
import { KARIMATA, KAYONG_UTARA } from './ground.ts'
import type { Random } from './random.ts'

/** Where a partner works from, among which villages, and on what. */
export type Partner = {
  readonly record: Organisation
  readonly base: SamplePlace
  readonly field: readonly SamplePlace[]
  readonly hasSites: boolean
}

const KINDS = ['ngo', 'ngo', 'ngo', 'credit_union', 'company'] as const
const FIRST_ON_COAST = 31
const FIRST_ON_BORDER = 37
const PARTNERS = 45
/** Villages from which on a district has a second hub. */
const LARGE_DISTRICT = 35
/** Partners of one bundle of themes do not all go to the same hub. */
const HUB_STRIDE = 7
/** They are on the register but have put nothing on the map. */
const WITHOUT_SITES: readonly number[] = [18, 27, 44]

const BUNDLES: readonly (readonly string[])[] = [
  ['stunting', 'maternal_child_health', 'supplementary_feeding'],
  ['education', 'honorary_teachers', 'out_of_school_children'],
  ['stunting', 'clean_water'],
  ['stunting', 'education', 'livelihood'],
  ['agroforestry', 'restoration', 'social_forestry'],
  ['stunting', 'supplementary_feeding', 'maternal_child_health'],
  ['clean_water', 'village_infrastructure', 'waste'],
  ['stunting', 'clean_water', 'gender'],
  ['education', 'indigenous_peoples', 'forest_protection'],
  ['stunting', 'disaster', 'aquaculture'],
  ['livelihood', 'local_products', 'tourism'],
  ['disaster', 'settlement_fire', 'village_infrastructure'],
]
const COAST: readonly (readonly string[])[] = [
  ['marine_conservation', 'coastal_livelihood', 'tourism'],
  ['stunting', 'clean_water', 'coastal_livelihood'],
  ['coastal_livelihood', 'marine_conservation', 'waste'],
  ['stunting', 'marine_conservation', 'education'],
]
const BORDER: readonly (readonly string[])[] = [
  ['out_of_school_children', 'education', 'stunting'],
  ['disaster', 'settlement_fire'],
  ['aquaculture', 'livelihood', 'stunting'],
]

export const makePartners = (ground: Ground, random: Random): readonly Partner[] => {
  const coast = ground.within(KAYONG_UTARA)
  // Partners gather where roads go: a district has one place, a large one two, around which several of them work.
  const districts = [...new Set(ground.lively.map(({ code }) => parentOf(code)))]
  const hubs = districts.flatMap((district) => {
    const villages = ground.lively.filter(({ code }) => parentOf(code) === district)
    return random.sample(villages, villages.length > LARGE_DISTRICT ? 2 : 1)
  })
  return Array.from({ length: PARTNERS }, (_, index): Partner => {
    const number = index + 1
    const onBorder = number >= FIRST_ON_BORDER
    const onCoast = !onBorder && number >= FIRST_ON_COAST
    const field = onBorder ? ground.border : onCoast ? coast : ground.lively
    const bundles = onBorder ? BORDER : onCoast ? COAST : BUNDLES
    const themes = bundles[index % bundles.length]!
    const hub = onBorder || onCoast ? random.pick(field) : hubs[(index * HUB_STRIDE) % hubs.length]!
    const base =
      onCoast && index % 2 === 0 ? random.pick(ground.within(KARIMATA)) : random.pick(ground.nearest(hub, field, 12))
    return {
      base,
      field,
      hasSites: !WITHOUT_SITES.includes(number),
      record: {
        ...sampleBase(`contoh-mitra-${String(number).padStart(2, '0')}`, random),
        name: `Mitra Contoh ${String(number).padStart(2, '0')}`,
        kind: KINDS[index % KINDS.length]!,
        region: base.code.slice(0, 5),
        urusan: [],
        themes,
      },
    }
  })
}
