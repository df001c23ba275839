import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LIMITS, THREAD } from '../server/imports/reading/limits.ts'
import { INVITATION_MS } from '../server/people/invitations.ts'
import { USUAL_COST } from '../server/people/passwords.ts'
import { ABSOLUTE_MS, IDLE_MS } from '../server/people/sessions.ts'
import { titlesIn } from './named_tests.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PAGE = read('docs/asvs.md')
const DECISIONS = read('docs/security-decisions.md')

/** The level of each requirement of ASVS 5.0.0, by section: the first figure is that of the section's first requirement. */
const LEVELS: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
}

const REQUIREMENTS = Object.entries(LEVELS)
  .flatMap(([section, levels]) => [...levels].map((level, at) => ({ number: `${section}.${at + 1}`, level })))
  .filter(({ level }) => level !== '3')

const STATUSES = ['met', 'not applicable', 'deviation', 'not met']
const ROWS = [...PAGE.matchAll(/^\| (\d+\.\d+\.\d+) \|(.*)\|$/gm)].map(([, number = '', rest = '']) => {
  const [level = '', asks = '', status = '', where = '', evidence = '', ...more] = rest
    .split('|')
    .map((cell) => cell.trim())
  return { number, level, asks, status, where, evidence, more }
})
const DEVIATIONS = PAGE.slice(PAGE.indexOf('\n## Deviations\n'))

test('every requirement of levels 1 and 2 has one row, in order, with its level', () => {
  expect(REQUIREMENTS).toHaveLength(253)
  expect(ROWS.map(({ number, level }) => ({ number, level }))).toEqual(REQUIREMENTS)
})

test('every row says what is asked, one of four statuses, and why', () => {
  const faulty = ROWS.filter(
    ({ asks, status, where, evidence, more }) =>
      asks === '' || !STATUSES.includes(status) || where === '' || evidence === '' || more.length > 0,
  )
  expect(faulty).toEqual([])
  const counts = STATUSES.map((status) => ROWS.filter((row) => row.status === status).length)
  const [met, inapplicable, deviations, owed] = counts
  expect(PAGE).toContain(
    `Of ${ROWS.length} requirements ${met} are met, ${inapplicable} not applicable, ${deviations} deviations, ${owed} not met.`,
  )
})

test('what is met names a place in the house or a page, and every file and test that is named is there', () => {
  const bare = ROWS.filter(({ status, where, evidence }) => status === 'met' && !/`|\]\(/.test(where + evidence))
  expect(bare).toEqual([])
  const files = [...PAGE.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/|(?:[\w.-]+\/)+[\w.-]+|[\w-]+\.(?:md|json|txt))`/g)]
  expect(files.length).toBeGreaterThan(200)
  expect(files.map(([, file]) => file!).filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  const named = [...PAGE.matchAll(/`(test\/[^`]+)` "([^"]+)"/g)]
  expect(named.length).toBeGreaterThan(60)
  const missing = named.filter(([, file, name]) => !titlesIn(file!).some((title) => title.includes(name!)))
  expect(missing.map(([whole]) => whole)).toEqual([])
})

test('every deviation stands at the end with its reason and the threat that is accepted, and nothing else does', () => {
  const departing = ROWS.filter(({ status }) => status === 'deviation' || status === 'not met')
  const blocks = DEVIATIONS.split(/^### /m).slice(1)
  const covered = blocks.flatMap((block) => [...block.split('\n')[0]!.matchAll(/\d+\.\d+\.\d+/g)].map(String))
  expect([...covered].sort()).toEqual(departing.map(({ number }) => number).sort())
  for (const block of blocks) expect(block).toMatch(/^D\d+ .*\n\n(?=[\s\S]*Reason: )(?=[\s\S]*Accepted: )/)
})

test('every page it leads to is there', () => {
  const links = [...`${PAGE}${DECISIONS}`.matchAll(/\]\((?!http|#)([^)#]+)\)/g)].map((match) => match[1]!)
  expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([])
})

/** A constant of a file that is nobody else's business. */
const constantIn = (file: string, pattern: RegExp): number => {
  const text = pattern.exec(read(file))?.[1]
  return text === undefined ? Number.NaN : Number(text.replaceAll('_', ''))
}

test('the figures of the decisions are those of the code', () => {
  const HOUR_MS = 3_600_000
  const figures = [
    `${IDLE_MS / HOUR_MS} hours without a request end a session, ${ABSOLUTE_MS / 24 / HOUR_MS} days end it`,
    `256 random bits, once, ${INVITATION_MS / HOUR_MS} hours`,
    `${constantIn('server/people/sessions.ts', /MOST = (\d+)/)} sessions of one person`,
    `scopes, ${constantIn('server/routes/tokens.ts', /LONGEST_DAYS = (\d+)/)} days at most, ${constantIn('server/people/tokens.ts', /MOST = (\d+)/)} a person`,
    `password of ${constantIn('server/people/password_rules.ts', /SHORTEST = (\d+)/)} characters`,
    `${constantIn('server/access/attempts.ts', /pair: (\d+)/)} in 15 minutes for an account from one address`,
    `${constantIn('server/access/attempts.ts', /account: (\d+)/)} for it from everywhere`,
    `${constantIn('server/access/attempts.ts', /address: (\d+)/)} for all accounts from one address`,
    `argon2id, ${USUAL_COST.memoryCost / 1024} MiB, ${USUAL_COST.timeCost} passes`,
    `| ${constantIn('server/access/pace.ts', /CHANGES = ([\d_]+)/).toLocaleString('en')} a minute |`,
    `1 MB; a photo ${constantIn('server/transport/limits.ts', /photos': ([\d.]+)/)} MB, an import ${LIMITS.fileBytes / 1e6} MB`,
    `unpacked ${LIMITS.inflatedBytes / 1e6} MB, ${LIMITS.zipEntries} entries and ${LIMITS.zipRatio} times`,
    `${LIMITS.features.toLocaleString('en')} features`,
    `${THREAD.limitMs / 1000} seconds, ${THREAD.heapMb} MB`,
    `1.5 MB, ${constantIn('server/work/photos/take.ts', /LONGEST_SIDE = ([\d_]+)/).toLocaleString('en')} pixels a side`,
  ]
  expect(figures.filter((words) => !DECISIONS.includes(words))).toEqual([])
})

const SOURCES = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: `server/${file}`, text: read(`server/${file}`) }))

test('every connection outward is named, and none goes without checking certificates', () => {
  const CALLS = /\bfetch\(|\bcreateTransport\(|new pg\.(?:Pool|Client)\(|\bhttps?\.(?:get|request)\(|\bnet\.connect\(/
  const calling = SOURCES.filter(({ text }) => CALLS.test(text)).map(({ file }) => file)
  const part = DECISIONS.slice(DECISIONS.indexOf('## Connections outward'), DECISIONS.indexOf('## Secrets and'))
  const named = [...part.matchAll(/`(server\/[^`]+)` \|$/gm)].map((match) => match[1]!)
  expect(named.sort()).toEqual(calling.sort())
  const UNCHECKED = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/
  expect(SOURCES.filter(({ text }) => UNCHECKED.test(text)).map(({ file }) => file)).toEqual([])
})

test('the server starts no other program', () => {
  const STARTING = /['"](?:node:)?child_process['"]|['"]node:cluster['"]/
  expect(SOURCES.filter(({ text }) => STARTING.test(text)).map(({ file }) => file)).toEqual([])
})

test('no algorithm is used that the decisions do not name', () => {
  const used = SOURCES.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(createHash|createHmac|createCipheriv|createSign|scrypt|pbkdf2)\w*\(\s*('[^']*')?/g)].map(
      ([, call, algorithm]) => ({ file, call: `${call} ${algorithm}` }),
    ),
  )
  expect(used.length).toBeGreaterThan(20)
  const NAMES: Readonly<Record<string, string>> = {
    "createHash 'sha256'": '| SHA-256 |',
    "createHmac 'sha256'": '| HMAC-SHA-256 |',
  }
  expect(used.filter(({ call }) => !DECISIONS.includes(NAMES[call] ?? `no name for ${call}`))).toEqual([])
  // An id or a secret that others could foretell would be no fault that anybody sees.
  expect(SOURCES.filter(({ text }) => /Math\.random\(/.test(text)).map(({ file }) => file)).toEqual([])
})
