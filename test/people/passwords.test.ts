import { describe, expect, test } from 'vitest'
import LEAKED from '../../server/people/common_passwords.txt?raw'
import { findPasswordFault } from '../../server/people/password_rules.ts'
import { createPasswords } from '../../server/people/passwords.ts'
import { Refusal } from '../../server/problems.ts'

const OWN = ['Siti Rahmawati', 'siti.rahma@gemawan.id']
const CHEAP = { memoryCost: 8, timeCost: 1 }

describe('a password', () => {
  test.each([
    'kuda nil belajar menenun',
    'tiang hujan sepeda lampu',
    'correct horse battery',
    'Xk9#mQ2$vL7!',
    '雨と自転車と灯りの話をしよう',
    `${'x9 '.repeat(6)}kolam ikan`,
    `lembah ${'panjang sekali '.repeat(8)}ujung`,
  ])('%j is taken', (password) => {
    expect(findPasswordFault(password, OWN)).toBeNull()
  })

  test.each([
    ['sebelas hrf', /at least 12/],
    ['', /at least 12/],
    ['x'.repeat(257), /at most 256/],
    ['password1234', /first that people try/],
    ['P@ssw0rd12345', /first that people try/],
    ['katasandi2026', /first that people try/],
    ['sayangkamu123', /first that people try/],
    ['Indonesia1945!', /first that people try/],
    ['bismillah 2024', /first that people try/],
    ['SintangSintang', /first that people try/],
    ['qwertyuiop123', /first that people try/],
    ['123456789012', /first that people try/],
    ['abcdefghijkl', /first that people try/],
    ['aaaaaaaaaaaa', /first that people try/],
    ['abababababab', /first that people try/],
    ['iloveyou iloveyou', /first that people try/],
    ['rahmawati-2024', /first that people try/],
    ['GemawanGemawan1', /first that people try/],
    ['1qaz2wsx3edc', /first that people try/],
    ['FinalFantasy', /first that people try/],
    ['Severodvinsk', /first that people try/],
  ])('%j is refused with what to do', (password, words) => {
    expect(findPasswordFault(password, OWN)?.en).toMatch(words)
  })

  test('is held against ten thousand that leaked and are long enough', () => {
    const digests = LEAKED.trim().split(/\s+/)
    expect(new Set(digests).size).toBe(10_000)
    expect(digests.every((one) => /^[\w-]{8}$/.test(one))).toBe(true)
  })

  test('is the same however a keyboard composed its letters', async () => {
    const passwords = createPasswords(CHEAP)
    const encoded = await passwords.hash('caf\u00e9 di tepi kapuas hulu')
    expect(await passwords.matches(encoded, 'cafe\u0301 di tepi kapuas hulu')).toBe(true)
    expect(await passwords.matches(encoded, 'cafe di tepi kapuas hulu')).toBe(false)
  })

  test('is kept as argon2id with a salt of its own, and nobody has none', async () => {
    const passwords = createPasswords(CHEAP)
    const [one, other] = [await passwords.hash('tiang hujan sepeda'), await passwords.hash('tiang hujan sepeda')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
    expect(one).not.toBe(other)
    expect(await passwords.matches(null, 'tiang hujan sepeda')).toBe(false)
    expect([passwords.isOutdated(one), createPasswords().isOutdated(one)]).toEqual([false, true])
  })

  test('when very many come at once, those at the end are asked to come again', async () => {
    const passwords = createPasswords({ memoryCost: 1_024, timeCost: 1 })
    const all = await Promise.allSettled(Array.from({ length: 120 }, () => passwords.matches(null, 'tiang hujan')))
    const refused = all.filter((one) => one.status === 'rejected')
    expect(refused.length).toBeGreaterThan(30)
    expect(refused.every(({ reason }) => reason instanceof Refusal && reason.problem === 'too-many')).toBe(true)
    expect(await passwords.matches(null, 'tiang hujan')).toBe(false)
  })
})
