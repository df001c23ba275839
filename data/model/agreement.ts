import type { Code } from './codes.ts'
import { meets, type Period, type Span } from './period.ts'
import type { RecordBase } from './record.ts'

/** KB Kesepakatan Bersama, PKS Perjanjian Kerja Sama, KSDD kerja sama daerah dengan daerah, NK Nota Kesepakatan, RK Rencana Kerja. */
export const AGREEMENT_KINDS = ['KB', 'PKS', 'KSDD', 'NK', 'RK'] as const
export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

/** What forms, calendars and verdicts know; a regency's board may divide them. An agreement in force binds its parties, an idea or a draft does not. */
export const AGREEMENT_STAGES = ['idea', 'drafting', 'agreed', 'signed', 'running', 'ended'] as const
export type AgreementStage = (typeof AGREEMENT_STAGES)[number]

export type Agreement = RecordBase & {
  readonly title: string
  readonly kind: AgreementKind
  readonly stage: AgreementStage
  /** The regency's own step within the stage, as its board has it. */
  readonly step?: string
  readonly stages: readonly {
    readonly stage: AgreementStage
    readonly step?: string
    readonly date: string
    readonly source?: string
  }[]
  /** Organisation ids; `name` keeps the source's own wording where it differs. */
  readonly parties: readonly { readonly id: string; readonly role?: string; readonly name?: string }[]
  /** Fields as the source words them, each with the themes we file it under. */
  readonly fields: readonly { readonly wording: string; readonly themes: readonly string[] }[]
  /** Places; empty means the whole region. */
  readonly scope: readonly Code[]
  readonly region: Code
  readonly period?: Span
  /** What has to be done next, by which organisation, until when (ISO date). */
  readonly next?: { readonly step: string; readonly organisation?: string; readonly due?: string }
  readonly documents?: readonly { readonly title: string; readonly url: string }[]
  /** The agreement that this one carries out: the KB of a PKS, the NK of an RK. */
  readonly carriesOut?: string
}

export const isInForce = (agreement: Pick<Agreement, 'stage' | 'period'>, period: Period): boolean =>
  (agreement.stage === 'signed' || agreement.stage === 'running') &&
  (agreement.period === undefined || meets(agreement.period, period))
