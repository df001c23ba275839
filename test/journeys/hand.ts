import type { Page } from '@playwright/test'

const KEPT = 'bentang-hand'

/** Counts what a hand does on a page from here on, over its navigations: presses of the pointer (choices of native lists included) and keys that stand for one. */
export const openHand = async (page: Page) => {
  const count = (name: string) => {
    if (Reflect.has(globalThis, name)) return
    Reflect.set(globalThis, name, true)
    const add = () => sessionStorage.setItem(name, `${Number(sessionStorage.getItem(name) ?? 0) + 1}`)
    addEventListener('click', (event) => event.isTrusted && event.detail > 0 && add(), true)
    addEventListener('change', (event) => event.isTrusted && event.target instanceof HTMLSelectElement && add(), true)
    addEventListener(
      'keydown',
      (event) =>
        event.isTrusted &&
        /^(Enter|Escape|Arrow|[a-z\d]$)/.test(event.key) &&
        !(event.target instanceof HTMLInputElement) &&
        add(),
      true,
    )
  }
  await page.addInitScript(count, KEPT)
  await page.evaluate(count, KEPT)
  const began = Date.now()
  return {
    /** How many there were, and how long the whole has taken. */
    rest: async (what: string): Promise<number> => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      const times = Number((await page.evaluate((name) => sessionStorage.getItem(name), KEPT)) ?? 0)
      await page.evaluate((name) => sessionStorage.removeItem(name), KEPT)
      console.log(`${what}: ${times} presses, ${seconds} s`)
      return times
    },
  }
}
