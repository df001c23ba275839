import { readFileSync } from 'node:fs'
import type { Browser, CDPSession } from '@playwright/test'
import { type Held, readHeld } from '../screen/held.ts'
import { countMapParts } from '../screen/map_parts.ts'
import { openScreens } from '../screen/open.ts'
import { readDuration } from './duration.ts'
import { judgeFlat, type Look } from './flat.ts'
import { planOnMap, walkThroughPages } from './planner.ts'

/** How much more of each thing an hour may leave behind, in the browser whose map stays open and in the one that comes and goes. */
const MOST_PER_HOUR = {
  'heap MB': 6,
  'DOM nodes': 600,
  listeners: 120,
  'map layers': 1,
  'map sources': 1,
  'map images': 1,
  'renderer MB': 60,
  'GPU MB': 60,
  'going: heap MB': 6,
  'going: DOM nodes': 600,
  'going: listeners': 120,
  'going: renderer MB': 60,
  'going: GPU MB': 60,
} as const

/** What the processes of a browser hold of their own, in MB. */
const processMb = async (browser: Browser): Promise<{ readonly renderer: number; readonly gpu: number }> => {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const of = (kind: string): number =>
    processInfo
      .filter(({ type }) => type === kind)
      .map(({ id }) => Number(/Private_Dirty:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]))
      .reduce((sum, kb) => sum + kb / 1_000, 0)
  return { renderer: of('renderer'), gpu: of('GPU') }
}

const lookAt = async (browser: Browser, devtools: CDPSession): Promise<{ readonly [what: string]: number }> => {
  const { heapMb, nodes, listeners }: Held = await readHeld(devtools)
  const { renderer, gpu } = await processMb(browser)
  return { 'heap MB': heapMb, 'DOM nodes': nodes, listeners, 'renderer MB': renderer, 'GPU MB': gpu }
}

const rounded = (value: number): number => Number(value.toFixed(1))

/**
 * Two browsers of one planner for so long (`30m` when nothing is said): in one the map stays open through round after round of questions,
 * cards, tables, windows and reports; the other goes to other screens and comes back. Resolves to the exit code: 0 where what they hold
 * is flat.
 */
export const soakScreen = async ([duration = '30m', count = '0']: readonly string[]): Promise<number> => {
  const lastsMs = readDuration(duration)
  const { desks, trouble, close } = await openScreens(Number(count), 2)
  try {
    const [staying, going] = [desks[0]!, desks[1]!]
    await staying.page.goto('/')
    await staying.page.locator('[data-map-ready="true"]').waitFor({ state: 'attached' })
    const looks: Look[] = []
    const begun = performance.now()
    for (let round = 0; performance.now() - begun < lastsMs; round += 1) {
      await planOnMap(staying.page, round)
      await walkThroughPages(going.page)
      await going.page.waitForTimeout(1_500)
      const { layers, sources, images } = await countMapParts(staying.page)
      const gone = Object.entries(await lookAt(going.browser, going.devtools))
      const look: Look = {
        atS: (performance.now() - begun) / 1_000,
        held: {
          ...(await lookAt(staying.browser, staying.devtools)),
          'map layers': layers,
          'map sources': sources,
          'map images': images,
          ...Object.fromEntries(gone.map(([what, value]) => [`going: ${what}`, value])),
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
