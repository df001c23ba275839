import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import type { ContextAnswer } from '../data/model/answers.ts'
import type { Verdict } from '../data/model/verdict.ts'
import type { Language } from '../data/model/words.ts'
import { formatHa, formatWithUnit } from '../web/panel/card/numbers.ts'
import { historyRange } from '../web/panel/place/useStanding.ts'
import { whyOf } from '../web/panel/place/why.ts'
import { filterUnits, selectionOf } from '../web/panel/table/rows.ts'
import { english } from '../web/text/en/index.ts'
import { indonesian, LOCALES } from '../web/text/index.ts'
import type { Text } from '../web/text/useText.ts'

const CONTEXT: Pick<ContextAnswer, 'themes' | 'organisations'> = {
  themes: [{ id: 'stunting', label: { id: 'stunting', en: 'stunting' }, urusan: [] }],
  organisations: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => ({
    id: name.toLowerCase(),
    name: `Mitra ${name}`,
    kind: 'ngo',
  })),
}

const textIn = (language: Language): Text => {
  const intl = createIntl({ locale: LOCALES[language], messages: language === 'en' ? english : indonesian })
  return {
    language,
    say: (key, values) => intl.formatMessage({ id: key }, { ...values }),
    count: (value) => value.toLocaleString(LOCALES[language]),
    share: String,
    date: String,
  }
}

const why = (verdict: Verdict, language: Language = 'id', code = '61.05.08.2001') =>
  whyOf({
    verdict,
    view: { theme: 'stunting', period: { from: 2026, to: 2026 } },
    context: CONTEXT,
    place: { code, level: 'village' },
    text: textIn(language),
  })

test('a gap names the theme and the year and says that nobody is active', () => {
  expect(why({ kind: 'gap' })).toBe('Ada target stunting 2026, tetapi belum ada mitra yang aktif di desa ini.')
  expect(why({ kind: 'gap' }, 'id', '61.05.01.1001')).toContain('di kelurahan ini')
  expect(why({ kind: 'gap' }, 'en')).toBe(
    'There is a stunting target for 2026, but no partner is active in this village yet.',
  )
})

test('served and short hectares add up to the target as they are written', () => {
  const verdict: Verdict = {
    kind: 'partial',
    organisations: ['a'],
    servedHa: 318.398,
    targetHa: 662.538,
    shortHa: 344.14,
  }
  expect(why(verdict)).toBe('Mitra A melayani 318,4 dari 662,54 ha target stunting 2026. Masih kurang 344,14 ha.')
  expect(why(verdict, 'en')).toContain('Mitra A serves 318.4 of 662.54 ha')
})

test('who works there is named, up to four of many', () => {
  expect(why({ kind: 'met', by: 'b' })).toBe('Target stunting 2026 di desa ini dikerjakan oleh Mitra B.')
  expect(why({ kind: 'overlap', organisations: ['a', 'b'] })).toMatch(/^Mitra A dan Mitra B sama-sama mengerjakan/)
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  expect(why({ kind: 'overlap', organisations: many })).toMatch(/^Mitra A, Mitra B, Mitra C, Mitra D, dan 3 lainnya/)
})

test('coordinated work says what binds it', () => {
  const verdict = (kind: 'agreement' | 'activity' | 'plan'): Verdict => ({
    kind: 'coordinated',
    organisations: ['a', 'b'],
    binding: { kind, id: 'x' },
  })
  expect(why(verdict('agreement'))).toContain('terikat oleh satu kesepakatan')
  expect(why(verdict('activity'))).toContain('terikat oleh satu kegiatan bersama')
  expect(why(verdict('plan'))).toContain('terikat oleh satu rencana aksi')
})

test('no report is never worded as nothing', () => {
  expect(why({ kind: 'unreported' })).toContain('Belum ada laporan bukan berarti tidak ada kegiatan')
  expect(why({ kind: 'no_target' })).toContain('Belum ada target stunting 2026')
  expect(why({ kind: 'partner_only', organisations: ['a'] })).toContain('belum ada target perangkat daerah')
})

test('the history ends with the asked year where six years lie before it, and never leaves the record', () => {
  expect(historyRange([2020, 2027], 2026)).toEqual([2021, 2026])
  expect(historyRange([2020, 2027], 2021)).toEqual([2020, 2025])
  expect(historyRange([2024, 2026], 2025)).toEqual([2024, 2026])
})

test('the table keeps what the legend leaves and what the text names, accents aside', () => {
  const unit = (code: string, name: string, kind: 'gap' | 'unreported') =>
    ({
      code,
      name,
      within: 'Dedai',
      level: 'village',
      areaHa: 1,
      verdict: { kind },
      activities: [],
      targets: [],
    }) as const
  const units = [unit('61.05.07.2001', 'Bétok', 'gap'), unit('61.05.07.2002', 'Manyam', 'unreported')]
  expect(filterUnits(units, [], 'betok').map(({ name }) => name)).toEqual(['Bétok'])
  expect(filterUnits(units, ['unreported'], '').map(({ name }) => name)).toEqual(['Manyam'])
  expect(filterUnits(units, [], '07.2002')).toHaveLength(1)
  expect(filterUnits(units, ['gap'], 'manyam')).toHaveLength(0)
})

test('a row of zones selects the zone record, every other row a place', () => {
  expect(selectionOf({ code: 'zona-1', level: 'zone' })).toEqual({ kind: 'zone', id: 'zona-1' })
  expect(selectionOf({ code: '61.05.08', level: 'district' })).toEqual({ kind: 'place', id: '61.05.08' })
})

test('hectares are whole from a hundred on; a percent sign keeps to its figure', () => {
  expect(formatHa(18_313.91, 'id')).toBe('18.314')
  expect(formatHa(12.345, 'id')).toBe('12,35')
  expect(formatWithUnit(24.1, '%', 'id')).toBe('24,1\u00a0%')
  expect(formatWithUnit(18, '%', 'en', 1)).toBe('18.0%')
  expect(formatWithUnit(282.97, 'km2', 'id')).toBe('282,97\u00a0km²')
})
