import { describe, expect, test } from 'vitest'
import { AGREEMENT_KINDS, type AgreementKind } from '../data/model/agreement.ts'
import { type DraftSources, draftOf } from '../data/model/agreement_draft.ts'
import { agreement, BAKAU } from './world.ts'

const SOURCES: DraftSources = {
  parties: [
    { name: 'Pemerintah Kabupaten Barat', isOfRegion: true },
    { name: 'Yayasan Akar', isOfRegion: false },
  ],
  places: [
    { name: 'Kecamatan Hulu', villages: ['Bakau'] },
    { name: 'Kecamatan Hilir', villages: [] },
  ],
  villages: 2,
  region: 'Barat',
  carriesOut: 'Kesepakatan Induk',
}
const given = (kind: AgreementKind) =>
  agreement('g', ['dinas', 'akar'], {
    kind,
    title: 'Air bersih di hulu',
    scope: [BAKAU, '99.01.02'],
    fields: [
      { wording: 'sumur bor', themes: ['clean_water'] },
      { wording: 'jaringan pipa', themes: ['clean_water'] },
    ],
    period: { start: '2026-05-08', end: null },
  })
const draft = (kind: AgreementKind, sources = SOURCES) => draftOf(given(kind), sources)
const headings = (kind: AgreementKind) => draft(kind).articles.map(({ heading }) => heading)

describe('a draft text by its legal form', () => {
  test.each(AGREEMENT_KINDS)(
    '%s names every party, every field and every place, and leaves the unknown in brackets',
    (kind) => {
      const text = JSON.stringify(draft(kind))
      for (const words of [
        'Pemerintah Kabupaten Barat',
        'Yayasan Akar',
        'sumur bor',
        'jaringan pipa',
        'Air bersih di hulu',
      ])
        expect(text).toContain(words)
      expect(draft(kind).annex.paragraphs).toEqual([
        'Kecamatan Hulu: Bakau.',
        'Kecamatan Hilir: seluruh desa dan kelurahannya.',
      ])
      expect(text).toContain('8 Mei 2026')
      expect(text).toContain('[nomor]')
      expect(text).not.toMatch(/undefined|null/)
    },
  )

  test('the parties are called in order, and each has its rights and duties in a PKS only', () => {
    expect(draft('PKS').parties.map(({ called }) => called)).toEqual(['PIHAK KESATU', 'PIHAK KEDUA'])
    expect(AGREEMENT_KINDS.filter((kind) => headings(kind).includes('Hak dan kewajiban'))).toEqual(['PKS'])
  })

  test('what carries another agreement out names it, the others say by what they are carried out', () => {
    expect(AGREEMENT_KINDS.filter((kind) => JSON.stringify(draft(kind)).includes('Kesepakatan Induk'))).toEqual([
      'PKS',
      'RK',
    ])
    expect(AGREEMENT_KINDS.filter((kind) => headings(kind).includes('Pelaksanaan'))).toEqual(['KB', 'KSDD', 'NK'])
    const led = JSON.stringify(draft('NK').articles)
    expect(led).toContain('dengan Rencana Kerja')
    expect(led).not.toContain('Perjanjian Kerja Sama')
  })

  test('a work plan is a table with a row for every field', () => {
    expect(draft('RK').plan.map(({ field }) => field)).toEqual(['sumur bor', 'jaringan pipa'])
    expect(draft('KB').plan).toEqual([])
  })

  test('without places the whole region is meant', () => {
    const whole = draft('KB', { ...SOURCES, places: [] })
    expect(whole.annex.paragraphs).toEqual(['Seluruh wilayah Barat.'])
  })
})
