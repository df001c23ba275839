import type { Page } from '@playwright/test'
import { readHeld } from '../screen/held.ts'
import { openScreens } from '../screen/open.ts'
import { traceOwnTime } from '../screen/own_time.ts'
import { type Felt, type Task, untilQuiet, type Watch, watchPage } from '../screen/watch.ts'
import { percentileOf } from './percentile.ts'

const SIZES = [1_000, 10_000, 100_000]
/** Of Sintang, with everything shown that grows with the number of activities. */
const START = '/?layers=regencies,districts,villages,islands,activities,targets&at=111.45,0.05,8'
const ZOOMS = [8, 10, 12]
const FRAME_MS = 16
const GLIDE_MS = 1_200
const TASK_MS = 50
const ANSWER_MS = 100

type Script = { readonly page: Page; readonly watch: Watch }

/** Drags with the hand still moving as it lets go: the map glides on. */
const fling = async (page: Page, from: readonly [number, number], by: readonly [number, number]): Promise<void> => {
  const steps = 24
  await page.mouse.move(...from)
  await page.mouse.down()
  for (let n = 1; n <= steps; n += 1) {
    await page.mouse.move(from[0] + (by[0] * n) / steps, from[1] + (by[1] * n) / steps)
    await page.waitForTimeout(FRAME_MS)
  }
  await page.mouse.up()
  await page.waitForTimeout(GLIDE_MS)
}

const zoomOf = (page: Page): number => Number(/at=[^&]*?,[^&]*?,([\d.]+)/.exec(page.url())?.[1])

const wheelTo = async (page: Page, zoom: number): Promise<void> => {
  await page.mouse.move(800, 380)
  for (let turns = 0; turns < 60 && Math.abs(zoomOf(page) - zoom) > 0.3; turns += 1) {
    await page.mouse.wheel(0, zoomOf(page) < zoom ? -240 : 240)
    await page.waitForTimeout(450)
  }
}

const pan = async ({ page, watch }: Script): Promise<void> => {
  for (const zoom of [...ZOOMS, ZOOMS[0]!]) {
    await watch.step(`wheel to ${zoom}`)
    await wheelTo(page, zoom)
    await page.waitForTimeout(GLIDE_MS)
    await watch.step(`drag at ${zoom}`)
    for (const by of [
      [-300, -120],
      [260, -160],
      [320, 140],
      [-260, 160],
    ] as const)
      await fling(page, [800, 380], by)
  }
}

/** Each choice by itself, from the hand to the quiet after it. */
const choose = async ({ page, watch }: Script): Promise<void> => {
  const during = async (name: string, act: () => Promise<void>) => {
    await watch.step(name)
    await act()
    await untilQuiet(page, watch, 700)
  }
  const row = page.locator('button.legend-row')
  await during('legend row', () => row.nth(0).click())
  await during('legend row back', () => row.nth(0).click())
  await during('organisations open', () => page.getByRole('button', { name: 'Lembaga', exact: true }).click())
  await during('organisation', () => page.getByRole('option').nth(3).click())
  await during('organisation back', () => page.getByRole('option').nth(3).click())
  await during('organisations shut', () => page.keyboard.press('Escape'))
  await during('themes open', () =>
    page.getByRole('heading', { level: 1 }).getByRole('combobox', { name: 'Tema' }).click(),
  )
  await during('theme', () => page.getByRole('option', { name: 'pendidikan', exact: true }).click())
  await during('year', () => page.getByRole('button', { name: /^2025: / }).click())
  await during('table', () => page.getByRole('button', { name: 'Tabel', exact: true }).click())
}

type OwnTime = (task: Task) => number | null

const report = ({ tasks, presses, frames }: Felt, ownOf: OwnTime) => {
  const steps = [...new Set([...Object.keys(frames), ...tasks.map(({ step }) => step)])]
  console.table(
    steps.map((step) => {
      const own = frames[step] ?? []
      const pressed = presses.filter((press) => press.step === step)
      return {
        step,
        frames: own.length,
        'p95 frame ms': own.length > 0 ? Math.round(percentileOf(own, 0.95)) : '',
        [`tasks over ${TASK_MS} ms`]: tasks
          .filter((task) => task.step === step)
          .map((task) => `${task.ms} (${ownOf(task) ?? '?'})`)
          .join(' '),
        'press handled ms': pressed.map(({ handledMs }) => handledMs).join(' '),
        'press painted ms': pressed.map(({ paintedMs }) => paintedMs).join(' '),
      }
    }),
  )
}

const measure = async (count: number) => {
  const { desks, trouble, close } = await openScreens(count, 1)
  try {
    const { browser, page, devtools } = desks[0]!
    const watch = await watchPage(page)
    await page.goto(START)
    await page.locator('[data-map-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 })
    await untilQuiet(page, watch)
    const trace = await traceOwnTime(browser, page)
    await pan({ page, watch })
    await choose({ page, watch })
    const felt = await watch.read()
    const ownOf = await trace.end()
    console.log(
      `${count} activities beside the sample; of each task, in brackets, the milliseconds the page itself worked`,
    )
    report(felt, ownOf)
    const held = await readHeld(devtools)
    const isMove = (step: string) => /^(drag|wheel)/.test(step)
    const moving = felt.tasks.filter(({ step }) => isMove(step))
    const choosing = felt.tasks.filter(({ step }) => step !== 'start' && !isMove(step))
    const longest = (tasks: readonly Task[]) =>
      `${Math.max(0, ...tasks.map(({ ms }) => ms))} (${Math.max(0, ...tasks.map((task) => ownOf(task) ?? 0))})`
    const painted = felt.presses.filter(({ name, step }) => name === 'click' && step !== 'start' && !isMove(step))
    if (trouble.length > 0) throw new Error(trouble.join('\n'))
    return {
      activities: count,
      'tasks while moving': moving.length,
      'longest ms (own)': longest(moving),
      'tasks while choosing': choosing.length,
      'longest choosing ms (own)': longest(choosing),
      'slowest press handled ms': Math.max(...painted.map(({ handledMs }) => handledMs)),
      'slowest press painted ms': Math.max(...painted.map(({ paintedMs }) => paintedMs)),
      [`presses painted in ${ANSWER_MS} ms`]: `${painted.filter(({ paintedMs }) => paintedMs <= ANSWER_MS).length} of ${painted.length}`,
      'heap MB': Number(held.heapMb.toFixed(1)),
      'DOM nodes': held.nodes,
    }
  } finally {
    await close()
  }
}

/**
 * The map as a hand feels it, over the sample and so many activities more: flung about at three zooms, then filtered, in Chromium with a GPU in
 * software.
 */
export const measurePan = async (sizes: readonly number[] = SIZES): Promise<void> => {
  const rows = []
  for (const size of sizes) rows.push(await measure(size))
  console.table(rows)
}
