import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const BUILT = ['dist/web', 'dist/pack'].map((folder) => join(ROOT, folder)).filter(existsSync)
const isRepository = existsSync(join(ROOT, '.git'))
if (!isRepository) console.info('This is no clone: the history is not searched for secrets.')
if (BUILT.length === 0) console.info('The client is not built: it is not searched for secrets. Build it: npm run build')

/** What keys, tokens and passwords of the usual makes look like, and our own; an address of an example says so in its host. */
const SECRET = new RegExp(
  [
    '-----BEGIN [A-Z ]*PRIVATE KEY-----',
    '\\bAKIA[0-9A-Z]{16}\\b',
    '\\bAIza[\\w-]{35}',
    '\\bgh[opsru]_[A-Za-z0-9]{36}',
    '\\bnpm_[A-Za-z0-9]{36}',
    '\\bxox[abprs]-[\\w-]{10}',
    '\\bsk_live_\\w{10}',
    '\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]+',
    '\\bbt_[\\w-]{43}',
    '\\bwhsec_[A-Za-z0-9+/]{32}',
    '\\$argon2(?:id?|d)\\$v=\\d+\\$m=\\d+,t=\\d+,p=\\d+\\$[\\w+/]{8}',
    '[a-z]+://[^\\s/:@"\'`$<{]+:(?!\\.\\.\\.)[^\\s/@"\'`$<{]+@(?![\\w.-]*(?:contoh|example|host|localhost|127\\.0\\.0\\.1|surel\\.sintang|db/|mail\\.sintang|x[/`\'"]))[\\w.-]+',
  ].join('|'),
  'g',
)
const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 29 })
const secretsIn = (text: string): readonly string[] => [...new Set(text.match(SECRET) ?? [])]

describe('no secret', () => {
  test('of a make that is known goes unseen', () => {
    const made = ['x'.repeat(43), 'A'.repeat(16), 'z9'.repeat(18)]
    expect(secretsIn(`bt_${made[0]} AKIA${made[1]} ghp_${made[2]} smtp://a:b${'@'}mail.go.id`)).toHaveLength(4)
  })

  test.skipIf(!isRepository)('stands in any line that was ever committed', () => {
    const added = git('log', '-p', '-U0', '--no-color', '--no-ext-diff', '--', '.', ':!package-lock.json')
      .split('\n')
      .filter((line) => line.startsWith('+'))
      .join('\n')
    expect(secretsIn(added)).toEqual([])
  })

  test.skipIf(!isRepository)('has a file that is usual for it', () => {
    const files = git('ls-files').split('\n')
    expect(
      files.filter((file) => /(^|\/)(\.env(\..+)?|id_\w+|.+\.(pem|key|p12|pfx|keystore)|people\.json)$/.test(file)),
    ).toEqual([])
  })
})

describe.skipIf(BUILT.length === 0)('what browsers get', () => {
  const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.json', '.svg', '.txt', '.webmanifest'])
  const files = BUILT.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const texts = files.filter((file) => TEXT.has(extname(file)))

  test('holds no secret, no source map and no path of the machine it was built on', () => {
    expect(texts.length).toBeGreaterThan(50)
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    const offenders = texts.flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      const map = /[#@] sourceMappingURL=\S+/.exec(text)
      return [...secretsIn(text), ...(map ?? []), ...(text.includes(ROOT) ? [ROOT] : [])].map(
        (what) => `${file}: ${what}`,
      )
    })
    expect(offenders).toEqual([])
  })
})
