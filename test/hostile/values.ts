import { expect } from 'vitest'

/** What careless and malicious people type. */
export const HOSTILE: readonly string[] = [
  "'; DROP TABLE records; --",
  "' OR '1'='1",
  '\u0000',
  'a\u0000b',
  '../../../../etc/passwd',
  '%00',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\u202Egnitnuts\u200D',
  '𒀱'.repeat(50),
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999',
  '1,2,3',
  '1,2,3,4,5',
  '113,1,111,-1',
  '__proto__',
  'constructor',
  'a'.repeat(5_000),
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  '2026/2024',
  '0000',
  '',
  ' ',
]

/** Refused, in words that say what to do, with nothing of the inside in them. */
export const expectWords = async (response: Response, address: string) => {
  expect(response.status, address).toBeGreaterThanOrEqual(400)
  expect(response.status, address).toBeLessThan(500)
  const text = await response.text()
  const problem = JSON.parse(text) as { status: number; detail: string; title: string }
  expect(problem.status).toBe(response.status)
  expect(problem.detail.length, address).toBeGreaterThan(20)
  expect(text).not.toMatch(/ at \w+ \(|node_modules|\.ts:\d+|SELECT|Binder Error|DuckDB/)
}
