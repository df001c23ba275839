import { readFileSync } from 'node:fs'
import type { CDPSession } from '@playwright/test'
import { readHeld } from '../screen/held.ts'
import { countMapParts } from '../screen/map_parts.ts'
import { openScreen } from '../screen/open.ts'
import { readDuration } from './duration.ts'
import { judgeFlat, type Look } from './flat.ts'
import { planOnMap, walkThroughPages } from './planner.ts'

/** How much more of each thing an hour may leave behind. The map that stays open, then the one that is left and opened again. */
const MOST_PER_HOUR = {
  'heap MB': 6,
  'DOM nodes': 600,
  listeners: 120,
  'map layers': 1,
  'map sources': 1,
  'map images': 1,
  'renderers MB': 60,
  'heap again MB': 6,
  'DOM nodes again': 600,
  'listeners again': 120,
} as const

/** What the renderers of a browser have in memory of their own, in MB. */
const renderersMb = async (devtools: CDPSession): Promise<number> => {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  const kb = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/Private_Dirty:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]))
  return kb.reduce((sum, one) => sum + one, 0) / 1_000
}

const rounded = (value: number): number => Number(value.toFixed(1))

/**
 * Two tabs of one planner for so long (`30m` when nothing is said): in one the map stays open through round after round of questions, cards,
 * tables, windows and reports; the other goes to other screens and back. Resolves to the exit code: 0 where what they hold is flat.
 */
export const soakScreen = async ([duration = '30m', count = '0']: readonly string[]): Promise<number> => {
  const lastsMs = readDuration(duration)
  const { page, devtools, browser, newPage, trouble, close } = await openScreen(Number(count))
  try {
    const other = await newPage()
    const ofOther = await other.context().newCDPSession(other)
    const ofBrowser = await browser.newBrowserCDPSession()
    await page.goto('/')
    await page.locator('[data-map-ready="true"]').waitFor({ state: 'attached' })
    const looks: Look[] = []
    const begun = performance.now()
    for (let round = 0; performance.now() - begun < lastsMs; round += 1) {
      await page.bringToFront()
      await planOnMap(page, round)
      await other.bringToFront()
      await walkThroughPages(other)
      await other.waitForTimeout(1_500)
      const [held, again, parts] = [await readHeld(devtools), await readHeld(ofOther), await countMapParts(page)]
      const look: Look = {
        atS: (performance.now() - begun) / 1_000,
        held: {
          'heap MB': held.heapMb,
          'DOM nodes': held.nodes,
          listeners: held.listeners,
          'map layers': parts.layers,
          'map sources': parts.sources,
          'map images': parts.images,
          'renderers MB': await renderersMb(ofBrowser),
          'heap again MB': again.heapMb,
          'DOM nodes again': again.nodes,
          'listeners again': again.listeners,
        },
      }
      looks.push(look)
      const told = Object.entries(look.held).map(([what, value]) => `${what} ${rounded(value)}`)
      console.log(`minute ${rounded(look.atS / 60)}: ${told.join(', ')}`)
    }
    const verdicts = judgeFlat(looks, MOST_PER_HOUR)
    console.table(
      verdicts.map(({ what, first, last, perHour, within, most, verdict }) => ({
        what,
        'after a third': rounded(first),
        'at last': rounded(last),
        'more an hour': `${perHour.toFixed(1)} ± ${within.toFixed(1)}`,
        'at most': most,
        verdict,
      })),
    )
    for (const one of trouble) console.log(`Trouble on the page: ${one}`)
    return trouble.length === 0 && verdicts.every(({ verdict }) => verdict === 'PASS') ? 0 : 1
  } finally {
    await close()
  }
}
