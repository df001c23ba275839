import type { Words } from '../../data/model/words.ts'
import LEAKED from './common_passwords.txt?raw'
import COMMON from './common_words.txt?raw'
import { digestOf } from './secrets.ts'

const SHORTEST = 12
/** Long enough for every sentence, short enough that hashing stays cheap. */
const LONGEST = 256
/** So many different characters must be left when everything that is tried first is taken away. */
const LEAST_LEFT = 4

const RUNS = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
/** So many signs of its digest stand for a leaked password: nobody has to read those in our files, and 48 bits mistake none. */
const DIGEST_SIGNS = 8
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: '[a4@]',
  b: '[b8]',
  e: '[e3]',
  g: '[g9]',
  i: '[i1!|]',
  l: '[l1|]',
  o: '[o0]',
  s: '[s5$]',
  t: '[t7+]',
  z: '[z2]',
}

const TOO_SHORT: Words = {
  id: `Kata sandi paling sedikit ${SHORTEST} karakter. Beberapa kata yang tidak berhubungan mudah diingat.`,
  en: `A password has at least ${SHORTEST} characters. A few unrelated words are easy to remember.`,
}
const TOO_LONG: Words = {
  id: `Kata sandi paling banyak ${LONGEST} karakter.`,
  en: `A password has at most ${LONGEST} characters.`,
}
const TOO_COMMON: Words = {
  id: 'Kata sandi ini termasuk yang pertama dicoba orang: kata yang lazim, nama Anda, atau deretan angka. Pakai beberapa kata yang tidak berhubungan.',
  en: 'This password is among the first that people try: a common word, your name, or a row of digits. Use a few unrelated words.',
}

/** The same text however a keyboard composed its characters (NIST SP 800-63B). */
export const foldPassword = (password: string): string => password.normalize('NFKC')

const patternOf = (words: readonly string[]): RegExp => {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const spelt = longestFirst.map((word) => [...word].map((letter) => LOOKALIKES[letter] ?? letter).join(''))
  return new RegExp(spelt.join('|'), 'gu')
}

const stretches = RUNS.flatMap((run) =>
  Array.from({ length: run.length - 2 }, (_, from) => run.slice(from)).flatMap((rest) =>
    Array.from({ length: rest.length - 2 }, (_, more) => rest.slice(0, more + 3)),
  ),
)
const common = patternOf(COMMON.split(/\s+/).filter((word) => word.length > 2))
const habits = new RegExp(
  `(19|20)\\d\\d|(.)\\2{2,}|${[...stretches].sort((a, b) => b.length - a.length).join('|')}`,
  'gu',
)

/** Words of at least three letters in what a person is called. */
const ownPattern = (own: readonly string[]): RegExp | null => {
  const words = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2)
  return words.length > 0 ? patternOf(words) : null
}

/** Among the ten thousand of at least twelve characters that leaked most often (`scripts/common_passwords.mjs`). */
const hasLeaked = (text: string): boolean => LEAKED.includes(digestOf(text).slice(0, DIGEST_SIGNS))

/** Why a password cannot be taken, or null. `own` is what others know of the person: name, address. */
export const findPasswordFault = (password: string, own: readonly string[]): Words | null => {
  const text = foldPassword(password).toLowerCase()
  if ([...text].length < SHORTEST) return TOO_SHORT
  if ([...text].length > LONGEST) return TOO_LONG
  if (hasLeaked(text)) return TOO_COMMON
  const named = ownPattern(own)
  const left = (named ? text.replace(named, '') : text).replace(common, '').replace(habits, '')
  return new Set(left.replace(/\s/gu, '')).size < LEAST_LEFT ? TOO_COMMON : null
}
