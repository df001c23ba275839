import type { Page } from '@playwright/test'

/** How a press was answered: milliseconds from the hand to the end of what it does in the page, and to the picture. */
export type Press = {
  readonly step: string
  readonly name: string
  readonly handledMs: number
  readonly paintedMs: number
}

/** What held the page up for more than 50 ms, and from when, on the page's own clock. */
export type Task = { readonly step: string; readonly atMs: number; readonly ms: number }

/** What a page felt like, each thing with the step of the script it happened in. */
export type Felt = {
  readonly tasks: readonly Task[]
  readonly presses: readonly Press[]
  /** Frames by step: milliseconds from one to the next. */
  readonly frames: { readonly [step: string]: readonly number[] }
}

type Window = { felt: { steps: { name: string; atMs: number }[]; read: () => Felt } }

/** Notes what holds the page up, from the very start; `step` says what the script does from now on. */
export const watchPage = async (page: Page) => {
  await page.addInitScript(() => {
    const steps = [{ name: 'start', atMs: 0 }]
    const stepAt = (ms: number): string => steps.findLast(({ atMs }) => atMs <= ms)?.name ?? 'start'
    const tasks: PerformanceEntry[] = []
    const events: PerformanceEventTiming[] = []
    const frames: { [step: string]: number[] } = {}
    const observe = (type: string, note: (entry: PerformanceEntry) => void, more = {}) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) note(entry)
      }).observe({ type, buffered: true, ...more })
    observe('longtask', (entry) => tasks.push(entry))
    observe(
      'event',
      (entry) => {
        const event = entry as PerformanceEventTiming
        if (event.name === 'click' || event.name === 'keydown' || event.name === 'pointerdown') events.push(event)
      },
      { durationThreshold: 16 },
    )
    let before = performance.now()
    const count = (now: number) => {
      const name = steps.at(-1)!.name
      frames[name] ??= []
      frames[name].push(now - before)
      before = now
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    const read = (): Felt => ({
      tasks: tasks.map(({ startTime, duration }) => ({
        step: stepAt(startTime),
        atMs: startTime,
        ms: Math.round(duration),
      })),
      presses: events.map(({ name, startTime, processingEnd, duration }) => ({
        step: stepAt(startTime),
        name,
        handledMs: Math.round(processingEnd - startTime),
        paintedMs: duration,
      })),
      frames,
    })
    Object.assign(window, { felt: { steps, read } })
  })
  return {
    step: (name: string): Promise<void> =>
      page.evaluate((name) => {
        ;(window as unknown as Window).felt.steps.push({ name, atMs: performance.now() })
      }, name),
    read: (): Promise<Felt> => page.evaluate(() => (window as unknown as Window).felt.read()),
  }
}
export type Watch = Awaited<ReturnType<typeof watchPage>>

/** Until nothing held the page up for so long. */
export const untilQuiet = async (page: Page, { read }: Watch, quietMs = 1_000): Promise<void> => {
  await page.waitForLoadState('networkidle')
  for (let tasks = -1; ; ) {
    const now = (await read()).tasks.length
    if (now === tasks) return
    tasks = now
    await page.waitForTimeout(quietMs)
  }
}
