import type { Code } from '../../data/model/codes.ts'

/** What was kept last on this device; `time` is ISO, UTC. */
export type KeptRegion = { readonly region: Code; readonly bytes: number; readonly time: string }

const NAME = 'bentang-region'

const isKept = (value: unknown): value is KeptRegion =>
  typeof value === 'object' && value !== null && 'region' in value && 'bytes' in value && 'time' in value

export const readKeptRegion = (): KeptRegion | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null')
    return isKept(value) ? value : null
  } catch {
    return null
  }
}

export const writeKeptRegion = (kept: KeptRegion): void => {
  try {
    localStorage.setItem(NAME, JSON.stringify(kept))
  } catch {
    // The tiles are there all the same; only their date is not shown.
  }
}
