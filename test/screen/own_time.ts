import type { Browser, Page } from '@playwright/test'
import type { Task } from './watch.ts'

const CLOCK = 'felt-clock'
const MATCHES_WITHIN_MS = 3

type TraceEvent = {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly data?: { readonly startTime?: number } }
}

/**
 * Of each long task the milliseconds in which the page itself had a processor. The rest it waited: for a GPU, that in software draws on the
 * same processors, or for whatever else runs on the machine.
 */
export const traceOwnTime = async (browser: Browser, page: Page) => {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await page.evaluate((clock) => performance.mark(clock), CLOCK)
  return {
    end: async (): Promise<(task: Task) => number | null> => {
      const { traceEvents } = JSON.parse(`${await browser.stopTracing()}`) as { traceEvents: TraceEvent[] }
      const clock = traceEvents.find(({ name }) => name === CLOCK)
      if (!clock) throw new Error('The trace has no mark of the page.')
      const zeroUs = clock.ts - 1_000 * (clock.args.data?.startTime ?? 0)
      const run = traceEvents.filter(
        ({ name, pid, tid, dur = 0 }) =>
          name === 'ThreadControllerImpl::RunTask' && pid === clock.pid && tid === clock.tid && dur > 40_000,
      )
      return ({ atMs }) => {
        const one = run.find(({ ts }) => Math.abs((ts - zeroUs) / 1_000 - atMs) < MATCHES_WITHIN_MS)
        return one?.tdur === undefined ? null : Math.round(one.tdur / 1_000)
      }
    },
  }
}
