import { describe, expect, test } from 'vitest'
import type { Finding } from '../../data/model/work.ts'
import { beneficiariesOf, budgetOf, EMPTY_FIELDS, type Fields } from '../../web/edit/fields.ts'
import { allRemarks, applied, ownRemarks, remarksOn } from '../../web/edit/remarks.ts'
import { draftSites, sitesOf } from '../../web/edit/sites.ts'

const FULL: Fields = {
  ...EMPTY_FIELDS,
  title: 'Kebun gizi',
  themes: ['stunting'],
  organisations: [{ id: 'mitra-a', role: 'implementer' }],
  start: '2026-01-01',
}
const SITES = draftSites([{ code: '61.05.08.2001' }, { geometry: { type: 'Point', coordinates: [0.1, 111.5] } }])
const namesOf = (fields: Partial<Fields>, sites = SITES) =>
  ownRemarks({ ...FULL, ...fields }, sites).map(({ field, name }) => `${field} ${name}`)

describe('what can be said without a server', () => {
  test('name, theme, implementer, begin and place are what an activity cannot do without', () => {
    expect(namesOf({})).toEqual([])
    expect(namesOf(EMPTY_FIELDS, [])).toEqual([
      'sites missing',
      'title missing',
      'themes missing',
      'organisations missing',
      'period missing',
    ])
    expect(namesOf({ organisations: [{ id: 'mitra-b', role: 'funder' }] })).toEqual(['organisations missing'])
  })

  test('an end before the beginning is put right with one tap', () => {
    const [reversed] = ownRemarks({ ...FULL, start: '2026-05-01', end: '2025-05-01' }, SITES)
    const { fields } = applied({ fields: FULL, sites: SITES }, 'period', reversed?.remedies[0]?.value)
    expect([fields.start, fields.end]).toEqual(['2025-05-01', '2026-05-01'])
  })

  test('`18,7 miliar` is understood, `1.500` is fifteen hundred, and what nobody can read is said so', () => {
    expect(budgetOf({ budget: '18,7 miliar' })).toBe(18_700_000_000)
    expect(budgetOf({ budget: 'Rp 1.173.000.000' })).toBe(1_173_000_000)
    expect(budgetOf({ budget: '1.500' })).toBe(1_500)
    expect(beneficiariesOf({ beneficiaries: '1.250 orang' })).toBe(1_250)
    expect(budgetOf({ budget: 'sekitar setengah' })).toBeNull()
    expect(namesOf({ budget: 'sekitar setengah' })).toEqual(['budgetIdr unread'])
    expect(namesOf({ beneficiaries: '200 KK' })).toEqual(['beneficiaries unread'])
  })

  test('a source needs a web address that can be opened', () => {
    expect(namesOf({ sourceUrl: 'www.example.org' })).toEqual(['source.url address'])
    expect(namesOf({ sourceUrl: 'javascript:alert(1)' })).toEqual(['source.url address'])
    expect(namesOf({ sourceUrl: 'https://example.org/laporan' })).toEqual([])
  })

  test('a sensitive place without consent is warned about, never hidden silently', () => {
    expect(namesOf({ sensitive: 'indigenous_territory' })).toEqual(['sensitive consent'])
    const consent = { consentBy: 'Ketua adat', consentDate: '2026-01-10' }
    expect(namesOf({ sensitive: 'indigenous_territory', ...consent })).toEqual([])
    const withdrawn = { ...consent, consentWithdrawn: '2026-02-01' }
    expect(namesOf({ sensitive: 'indigenous_territory', ...withdrawn })).toEqual(['sensitive consent'])
  })
})

const finding = (field: string, name: string, value?: unknown): Finding => ({
  field,
  severity: 'error',
  name,
  words: { id: name, en: name },
  ...(value === undefined ? {} : { remedy: { words: { id: 'Perbaiki', en: 'Mend' }, value } }),
})

describe('what the server says', () => {
  test('the same gap is told once, other findings beside their field', () => {
    const own = ownRemarks({ ...FULL, title: '', start: '' }, SITES)
    const all = allRemarks(own, [
      finding('title', 'missing'),
      finding('period.start', 'missing'),
      finding('sites.1.geometry', 'swapped'),
    ])
    expect(all.map(({ field, name }) => `${field} ${name}`)).toEqual([
      'title missing',
      'period missing',
      'sites.1.geometry swapped',
    ])
    expect(remarksOn(all, 'sites.1', false)).toHaveLength(1)
    expect(remarksOn(all, 'sites.10', false)).toHaveLength(0)
    expect(remarksOn(all, 'title', false)).toHaveLength(0)
    expect(remarksOn(all, 'title', true)).toHaveLength(1)
  })

  test('a swapped pair is turned round where it stands, and nothing else moves', () => {
    const turned = { type: 'Point', coordinates: [111.5, 0.1] }
    const { sites } = applied({ fields: FULL, sites: SITES }, 'sites.1.geometry', turned)
    expect(sitesOf(sites)).toEqual([{ code: '61.05.08.2001' }, { geometry: turned }])
    expect(sites.map(({ key }) => key)).toEqual(SITES.map(({ key }) => key))
  })

  test('a point may become the village it lies in, a text its mended text, a sum its number in full', () => {
    expect(sitesOf(applied({ fields: FULL, sites: SITES }, 'sites.1', { code: '61.05.08.2002' }).sites)[1]).toEqual({
      code: '61.05.08.2002',
    })
    expect(applied({ fields: FULL, sites: SITES }, 'title', 'Kebun gizi desa').fields.title).toBe('Kebun gizi desa')
    expect(applied({ fields: FULL, sites: SITES }, 'budgetIdr', 1_500_000).fields.budget).toBe('1.500.000')
    expect(applied({ fields: FULL, sites: SITES }, 'period.end', '2026-12-31').fields.end).toBe('2026-12-31')
    expect(applied({ fields: FULL, sites: SITES }, 'visibility', 'organisation').fields.visibility).toBe('organisation')
  })

  test('a remedy for what no form holds, or for a site that is gone, changes nothing', () => {
    const content = { fields: FULL, sites: SITES }
    expect(applied(content, 'seq', 7)).toEqual(content)
    expect(applied(content, 'sites.7.geometry', { type: 'Point', coordinates: [1, 2] })).toEqual(content)
    expect(applied(content, 'sites.1.geometry', 'Sintang')).toEqual(content)
  })
})
