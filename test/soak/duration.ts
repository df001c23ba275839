const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 }

/** Milliseconds of what somebody wrote, such as `90s`, `5m` or `8h`. */
export const readDuration = (text: string): number => {
  const [, count, unit] = /^(\d+)([smh])$/.exec(text) ?? []
  if (!count || !unit) throw new Error(`"${text}" is no duration. Write for example 90s, 5m or 8h.`)
  return Number(count) * UNITS[unit]!
}
