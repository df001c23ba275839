// What a release consists of, the same to the byte from the same commit, in dist/release:
//   node scripts/release.mjs            source archive, built archive, bill of materials, checksums; builds first
//   node scripts/release.mjs --source   without the built archive
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const FOLDER = resolve(process.env.BENTANG_RELEASE ?? join(ROOT, 'dist/release'))
const isWhole = !process.argv.includes('--source')
/** What the server needs besides its packages; tests and threads for tests stay behind. */
const BUILT = [
  'dist/pack',
  'dist/server',
  'dist/web',
  'deploy',
  'docs',
  'scripts/drill.mjs',
  'package.json',
  'package-lock.json',
  '.npmrc',
]
const NOTED = ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md']

const run = (command, args, input) =>
  execFileSync(command, args, { cwd: ROOT, input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'inherit'] })
const git = (...args) => run('git', args).toString().trim()
const put = (name, bytes) => writeFileSync(join(FOLDER, name), bytes)
/** Without the name and the time of the file that was pressed. */
const press = (bytes) => run('gzip', ['-9', '-n'], bytes)

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const name = `bentang-${version}`
const commit = git('rev-parse', 'HEAD')
const time = new Date(git('show', '-s', '--format=%cI', 'HEAD')).toISOString()

if (isWhole && git('status', '--porcelain') !== '') {
  console.error(
    'There are changes that are not committed. A release is what a commit says: commit or stash them first.',
  )
  process.exit(1)
}
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })

put(`${name}-source.tar.gz`, press(run('git', ['archive', '--format=tar', `--prefix=${name}/`, commit])))

const bill = JSON.parse(run('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']))
delete bill.serialNumber
bill.metadata.timestamp = time
put(`${name}.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`)

if (isWhole) {
  run('npm', ['run', 'build', '--silent'])
  const same = ['--sort=name', `--mtime=${time}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rw,go+r-w']
  put(`${name}.tar.gz`, press(run('tar', ['-c', ...same, `--transform=s,^,${name}/,`, ...BUILT, ...NOTED])))
}

const sums = readdirSync(FOLDER)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(FOLDER, file)))
        .digest('hex')}  ${file}`,
  )
put('SHA256SUMS', `${sums.join('\n')}\n`)
console.log(`${name} of ${commit.slice(0, 12)}, ${time}, in ${FOLDER}\n${sums.join('\n')}`)
