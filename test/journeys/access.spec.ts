import { expect, type Page, test } from '@playwright/test'
import { noViolations } from './accessibility.ts'
import { ready } from './ready.ts'

const VIEWS = {
  'answers, cards and tables': [
    '/',
    '/?selected=place:61.05.03.2010',
    '/?selected=agreement:kb-sintang-mitra-2024',
    '/?table=1',
    '/?theme=education&pairs=all',
    '/?compare=2025',
    '/?lang=en&region=61.11&theme=marine_conservation',
  ],
  'analyses, areas and palettes': [
    '/?region=62&corridor=62.07,62.02,5',
    '/?theme=restoration&selected=place:61.05.02.2002&why=1&layers=regencies,districts,villages,gaps,overlaps',
    '/?palette=dark&selected=place:61.05.03.2010',
    '/?palette=projector',
    '/?area=circle:111.5,0.07,12&buffer=2',
    '/?palette=dark&area=units:61.05.08.2001,61.05.08.2002',
  ],
}
/** What would move on a device that asks for stillness, by its class. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.maplibregl-map *)')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
        return (
          (animationName !== 'none' && parseFloat(animationDuration) > 0) ||
          transitionDuration.split(',').some((one) => parseFloat(one) > 0)
        )
      })
      .map((element) => element.className.toString()),
  )

const SIZES = [
  { width: 360, height: 780 },
  { width: 1280, height: 800 },
]

for (const [what, urls] of Object.entries(VIEWS))
  test(`axe finds no violation in ${what} of the map, on a phone and at a desk`, async ({ page }) => {
    test.setTimeout(60_000 * urls.length)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const url of urls)
      await test.step(url, async () => {
        await page.setViewportSize(SIZES[0]!)
        await page.goto(url)
        for (const size of SIZES) {
          await page.setViewportSize(size)
          await ready(page)
          await noViolations(page)
          expect(await moving(page)).toEqual([])
        }
        expect(new URL(page.url()).pathname).toBe('/')
      })
  })

test('whoever asks for more contrast reads every word in ink, and lines as strong as words were', async ({ page }) => {
  const colours = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      const [ink, ink2, ink3, rule] = ['--ink', '--ink2', '--ink3', '--rule'].map((name) =>
        style.getPropertyValue(name),
      )
      return { ink, ink2, ink3, rule }
    })
  await page.goto('/?palette=dark')
  await ready(page)
  const usual = await colours()
  await page.emulateMedia({ contrast: 'more' })
  await expect.poll(colours).toEqual({ ink: usual.ink, ink2: usual.ink, ink3: usual.ink, rule: usual.ink2 })
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect.poll(colours).toEqual(usual)
})
