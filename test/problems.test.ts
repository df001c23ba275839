import { expect, test } from 'vitest'
import { JournalFull, JournalReadOnly, RevisionConflict } from '../server/journal/errors.ts'
import { asRefusal, describeProblem } from '../server/problems.ts'

const WORDS = { id: 'Jurnal hanya dapat dibaca.', en: 'The journal can only be read.' }

test.each([
  ['a full disk', new JournalFull(new Error('ENOSPC')), 507, /Free some space/],
  ['a journal that can only be read', new JournalReadOnly(WORDS), 503, /can only be read/],
  [
    'a record that somebody else changed first',
    new RevisionConflict({ kind: 'activity', id: 'a-1', given: 2, current: 3 }),
    412,
    /is at revision 3/,
  ],
  ['what nobody foresaw', new Error('secret of the inside'), 500, /The server failed to answer/],
])('%s is refused with its status and what to do', (_, error, status, words) => {
  const problem = describeProblem(asRefusal(error), 'en', '/api/work')
  expect([problem.status, problem.detail]).toEqual([status, expect.stringMatching(words)])
  expect(JSON.stringify(problem)).not.toContain('secret')
})

test('who may try again soon is told when', () => {
  for (const error of [new JournalFull(null), new JournalReadOnly(WORDS)])
    expect(asRefusal(error).headers).toEqual({ 'Retry-After': '30' })
})
