import type { VerdictKind } from '../model/verdict.ts'
import type { LegendEntry } from './layer.ts'

/** The eight verdicts in reading order, from the need to the silence; legend, bar, chip and map all read this table. */
export const VERDICT_LEGEND: readonly (LegendEntry & { readonly value: VerdictKind; readonly meaning: VerdictKind })[] =
  [
    { value: 'gap', meaning: 'gap', label: { id: 'Celah', en: 'Gap' } },
    { value: 'partial', meaning: 'partial', label: { id: 'Sebagian', en: 'Partial' } },
    { value: 'met', meaning: 'met', label: { id: 'Terpenuhi', en: 'Met' } },
    { value: 'overlap', meaning: 'overlap', label: { id: 'Tumpang tindih', en: 'Overlap' } },
    { value: 'coordinated', meaning: 'coordinated', label: { id: 'Terkoordinasi', en: 'Coordinated' } },
    {
      value: 'partner_only',
      meaning: 'partner_only',
      label: { id: 'Mitra tanpa target', en: 'Partner without target' },
    },
    { value: 'no_target', meaning: 'no_target', label: { id: 'Tanpa target', en: 'No target' } },
    { value: 'unreported', meaning: 'unreported', label: { id: 'Belum ada laporan', en: 'No report yet' } },
  ]
