import type { UnitLevel } from './answers.ts'
import type { Language } from './words.ts'

/** What one and what many units of a level are called within a sentence. */
export const UNIT_WORDS: Readonly<Record<Language, Readonly<Record<UnitLevel, readonly [one: string, many: string]>>>> =
  {
    id: {
      village: ['desa', 'desa'],
      district: ['kecamatan', 'kecamatan'],
      regency: ['kabupaten', 'kabupaten'],
      island: ['pulau', 'pulau'],
      zone: ['zona', 'zona'],
      authority: ['kawasan', 'kawasan'],
    },
    en: {
      village: ['village', 'villages'],
      district: ['district', 'districts'],
      regency: ['regency', 'regencies'],
      island: ['island', 'islands'],
      zone: ['zone', 'zones'],
      authority: ['authority area', 'authority areas'],
    },
  }
