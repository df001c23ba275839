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
    scope: ['61.05.08', '61.05.07'],
    fields: CARE,
    parties: 6,
  },
  {
    kind: 'PKS',
    stage: 'running',
    owner: 'opd-kesehatan',
    region: SINTANG,
    scope: ['61.05.03', '61.05.02', '61.05.21'],
    fields: CARE,
    parties: 6,
  },
  {
    kind: 'KB',
    stage: 'signed',
    owner: 'opd-pendidikan',
    region: SINTANG,
    scope: ['61.05.09', '61.05.14', '61.05.20'],
    fields: SCHOOL,
    parties: 6,
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
    scope: ['61.05.07', '61.05.04'],
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

const STAGES: readonly AgreementStage[] = ['idea', 'drafting', 'agreed', 'signed', 'running', 'ended']
/** Month and day of each stage; the last two fall into the agreement's own years. */
const STAGE_DAYS = ['02-12', '05-20', '08-14', '11-05', '01-15', '12-31'] as const
const YEARS_IN_FORCE = 4

const stagesUpTo = (stage: AgreementStage, from: number, to: number): Agreement['stages'] =>
  STAGES.slice(0, STAGES.indexOf(stage) + 1).map((passed, at) => ({
    stage: passed,
    date: `${passed === 'ended' ? to : passed === 'running' ? from : from - 1}-${STAGE_DAYS[at]}`,
  }))

const firstYearOf = (stage: AgreementStage, random: Random): number => {
  if (stage === 'ended') return 2021
  return stage === 'signed' || stage === 'running' ? random.pick([2024, 2025, 2026]) : 2027
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const makeAgreements = (ground: Ground, partners: readonly Partner[], random: Random): readonly Agreement[] =>
  PLANS.map(({ kind, stage, owner, region, scope, fields, parties }, at) => {
    const themes = fields.flatMap((field) => field.themes)
    const fieldOfWork = region === SERUYAN ? ground.border : region === SINTANG ? ground.lively : ground.within(region)
    const codes = new Set(fieldOfWork.map(({ code }) => code))
    const fitting = partners.filter(
      ({ base, record }) => codes.has(base.code) && record.themes.some((theme) => themes.includes(theme)),
    )
    // Those who work from the districts of the agreement join before anybody else.
    const isLocal = ({ base }: Partner) => scope.includes(base.code.slice(0, 8))
    const drawn = random.sample(fitting, fitting.length)
    const joining = [...drawn.filter(isLocal), ...drawn.filter((partner) => !isLocal(partner))].slice(0, parties)
    const from = firstYearOf(stage, random)
    const to = from + YEARS_IN_FORCE - 1
    return {
      ...sampleBase(numbered('contoh-perjanjian', at + 1, 2), random),
      title: `${capitalised(fields[0]!.wording)}, ${ground.nameOf(scope[0] ?? region)}`,
      kind,
      stage,
      stages: stagesUpTo(stage, from, to),
      parties: [{ id: owner }, ...joining.map(({ record }) => ({ id: record.id }))],
      fields,
      scope,
      region,
      period: { start: `${from}-01-01`, end: `${to}-12-31` },
    }
  })
