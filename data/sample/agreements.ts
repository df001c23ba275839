import type { Agreement, AgreementKind, AgreementStage } from '../model/agreement.ts'
import { numbered, sampleBase } from './base.ts'
import { type Ground, KAYONG_UTARA, SERUYAN, SINTANG } from './ground.ts'
import type { Partner } from './partners.ts'
import type { Random } from './random.ts'

type Plan = {
  readonly kind: AgreementKind
  readonly stage: AgreementStage
  readonly owner: string
  readonly region: string
  readonly scope: readonly string[]
  readonly fields: readonly { readonly wording: string; readonly themes: readonly string[] }[]
  readonly parties: number
}

const CARE = [
  { wording: 'gizi, kesehatan ibu dan anak', themes: ['stunting', 'maternal_child_health', 'supplementary_feeding'] },
]
const SCHOOL = [
  { wording: 'pendidikan dan guru honorer', themes: ['education', 'honorary_teachers', 'out_of_school_children'] },
]
const LAND = [
  { wording: 'kebun campur dan pemulihan lahan', themes: ['agroforestry', 'restoration', 'social_forestry'] },
]
const WATER = [{ wording: 'air bersih dan sanitasi', themes: ['clean_water', 'waste'] }]
const SEA = [
  { wording: 'konservasi laut dan penghidupan pesisir', themes: ['marine_conservation', 'coastal_livelihood'] },
]
const BORDER = [{ wording: 'anak tidak sekolah dan kesiapsiagaan', themes: ['out_of_school_children', 'disaster'] }]

const PLANS: readonly Plan[] = [
  {
    kind: 'PKS',
    stage: 'running',
    owner: 'opd-kesehatan',
    region: SINTANG,
    scope: ['61.05.08', '61.05.09', '61.05.07'],
    fields: CARE,
    parties: 14,
  },
  {
    kind: 'PKS',
    stage: 'running',
    owner: 'opd-kesehatan',
    region: SINTANG,
    scope: ['61.05.03', '61.05.02'],
    fields: CARE,
    parties: 12,
  },
  {
    kind: 'KB',
    stage: 'signed',
    owner: 'opd-pendidikan',
    region: SINTANG,
    scope: ['61.05.01', '61.05.20', '61.05.19'],
    fields: SCHOOL,
    parties: 12,
  },
  {
    kind: 'PKS',
    stage: 'running',
    owner: 'opd-pertanian',
    region: SINTANG,
    scope: ['61.05.14', '61.05.09'],
    fields: LAND,
    parties: 6,
  },
  {
    kind: 'PKS',
    stage: 'signed',
    owner: 'opd-pu',
    region: SINTANG,
    scope: ['61.05.04', '61.05.21'],
    fields: WATER,
    parties: 6,
  },
  {
    kind: 'KB',
    stage: 'running',
    owner: 'bappelitbang-kayong-utara',
    region: KAYONG_UTARA,
    scope: ['61.11.06'],
    fields: SEA,
    parties: 4,
  },
  {
    kind: 'KB',
    stage: 'agreed',
    owner: 'opd-kesehatan',
    region: SINTANG,
    scope: ['61.05.01', '61.05.19'],
    fields: CARE,
    parties: 8,
  },
  {
    kind: 'KB',
    stage: 'drafting',
    owner: 'opd-pendidikan',
    region: SINTANG,
    scope: ['61.05.05'],
    fields: SCHOOL,
    parties: 5,
  },
  { kind: 'KB', stage: 'drafting', owner: 'opd-pertanian', region: SINTANG, scope: [], fields: LAND, parties: 4 },
  { kind: 'KB', stage: 'idea', owner: 'opd-bpbd', region: SINTANG, scope: ['61.05.14'], fields: BORDER, parties: 3 },
  { kind: 'KB', stage: 'idea', owner: 'opd-dlh', region: SINTANG, scope: [], fields: WATER, parties: 3 },
  {
    kind: 'PKS',
    stage: 'ended',
    owner: 'opd-kesehatan',
    region: SINTANG,
    scope: ['61.05.20'],
    fields: CARE,
    parties: 6,
  },
  {
    kind: 'KB',
    stage: 'drafting',
    owner: 'bappelitbang-kayong-utara',
    region: KAYONG_UTARA,
    scope: [],
    fields: SEA,
    parties: 3,
  },
  {
    kind: 'PKS',
    stage: 'signed',
    owner: 'opd-pendidikan-seruyan',
    region: SERUYAN,
    scope: [],
    fields: BORDER,
    parties: 4,
  },
]

const ORDER: readonly AgreementStage[] = ['idea', 'drafting', 'agreed', 'signed', 'running', 'ended']

export const makeAgreements = (ground: Ground, partners: readonly Partner[], random: Random): readonly Agreement[] =>
  PLANS.map(({ kind, stage, owner, region, scope, fields, parties }, at) => {
    const themes = fields.flatMap((field) => field.themes)
    const fitting = partners.filter(
      ({ base, record }) =>
        base.code.slice(0, 2) === region.slice(0, 2) && record.themes.some((theme) => themes.includes(theme)),
    )
    const year = stage === 'ended' ? 2022 : random.pick([2024, 2025, 2025])
    const passed = ORDER.slice(0, ORDER.indexOf(stage) + 1)
    const place = scope[0] ? ground.nameOf(scope[0]) : ground.nameOf(region)
    return {
      ...sampleBase(numbered('contoh-perjanjian', at + 1, 2), random),
      title: `${fields[0]!.wording[0]!.toUpperCase()}${fields[0]!.wording.slice(1)}, ${place}`,
      kind,
      stage,
      stages: passed.map((passedStage, step) => ({
        stage: passedStage,
        date: `${year - 1 + Math.floor(step / 3)}-${String(2 + 3 * (step % 3)).padStart(2, '0')}-12`,
      })),
      parties: [{ id: owner }, ...random.sample(fitting, parties).map(({ record }) => ({ id: record.id }))],
      fields,
      scope,
      region,
      period: { start: `${year}-01-01`, end: `${stage === 'ended' ? year + 1 : year + 4}-12-31` },
    }
  })
