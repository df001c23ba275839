/** Years, both included. `2026` is { from: 2026, to: 2026 }; `2024/2026` is { from: 2024, to: 2026 }. */
export type Period = { readonly from: number; readonly to: number }

/** ISO dates `YYYY-MM-DD`, both included; a null end is open. */
export type Span = { readonly start: string; readonly end: string | null }

export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100

export const parsePeriod = (text: string): Period | null => {
  const match = /^(\d{4})(?:\/(\d{4}))?$/.exec(text)
  if (!match) return null
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  return from >= FIRST_YEAR && to <= LAST_YEAR && from <= to ? { from, to } : null
}

export const formatPeriod = ({ from, to }: Period): string => (from === to ? `${from}` : `${from}/${to}`)

export const meets = (span: Span, period: Period): boolean =>
  span.start.slice(0, 4) <= `${period.to}` && (span.end === null || span.end.slice(0, 4) >= `${period.from}`)

export const includesYear = (period: Period, year: number): boolean => period.from <= year && year <= period.to
