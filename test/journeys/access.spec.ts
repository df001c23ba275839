import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ready } from './ready.ts'

const VIEWS = [
  '/',
  '/?selected=place:61.05.03.2010',
  '/?selected=agreement:kb-sintang-mitra-2024',
  '/?table=1',
  '/?theme=education&pairs=all',
  '/?compare=2025',
  '/?region=62&corridor=62.07,62.02,5',
  '/?theme=restoration&selected=place:61.05.02.2002&why=1&layers=regencies,districts,villages,gaps,overlaps',
  '/?palette=dark&selected=place:61.05.03.2010',
  '/?palette=projector',
  '/?area=circle:111.5,0.07,12&buffer=2',
  '/?palette=dark&area=units:61.05.08.2001,61.05.08.2002',
  '/?lang=en&region=61.11&theme=marine_conservation',
]
const SIZES = [
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
]

for (const url of VIEWS)
  test(`axe finds no violation on ${url}, on a phone and at a desk`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.setViewportSize(SIZES[0]!)
    await page.goto(url)
    await ready(page)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await ready(page)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
      expect(found, `at ${size.width} px`).toEqual([])
    }
  })
