/** Names under which files arrive. */
export const HOSTILE_NAMES: readonly string[] = [
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\x.csv',
  '%00.csv',
  'a%00b%0d%0aSet-Cookie:%20x=1.csv',
  '%E0%A4%A',
  `${'x'.repeat(4_000)}.csv`,
  '%E2%80%AEvsc.exe',
  '%F0%9F%A6%A7.csv',
  '__proto__',
  '.',
  '%20',
]
