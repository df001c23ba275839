// The disaster drill: a server with writes, a backup taken meanwhile, the home destroyed, restored, verified, served again, and every
// answer compared. Touches nothing but a temporary folder. node scripts/drill.mjs [folder of the built server]
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const BUILT = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist/server'))
const WRITES = 30
const PERSON = { name: 'Rina', email: 'rina@contoh.id', password: 'lumbung padi di hulu' }
const ANSWERS = [
  '/api/layers',
  '/api/features/activities?limit=1000',
  '/api/coverage?region=61.05&theme=stunting&period=2026&level=village',
  '/api/coverage.csv?region=61.05&theme=stunting&period=2026&level=village',
  '/api/overlaps?region=61.05&theme=stunting&period=2026',
  '/api/export/activities.csv',
  '/api/export/targets.geojson',
  '/api/changes?limit=1000',
]

const folder = mkdtempSync(join(tmpdir(), 'bentang-drill-'))
const home = join(folder, 'home')
const backup = join(folder, 'backup')
const env = {
  ...process.env,
  PORT: '0',
  BENTANG_HOME: home,
  BENTANG_BOUNDARIES: 'estimated',
  BENTANG_URL: '',
  BENTANG_JOURNAL: '',
}
const running = new Set()

const fail = (words) => {
  throw new Error(words)
}

const step = async (name, work) => {
  const begun = performance.now()
  const result = await work()
  console.log(`${name.padEnd(34)}${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
  return result
}

const verb = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(BUILT, 'bentang.js'), ...args], {
    env,
    encoding: 'utf8',
  })
  return status === 0 ? stdout : fail(`${args[0]} ended with ${status}: ${stdout}${stderr}`)
}

/** The same without holding up what goes on meanwhile. */
const verbBeside = async (...args) => {
  const child = spawn(process.execPath, [join(BUILT, 'bentang.js'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  const status = await new Promise((done) => child.once('close', done))
  return status === 0 ? out : fail(`${args[0]} ended with ${status}: ${out}`)
}

const serve = async () => {
  const child = spawn(process.execPath, [join(BUILT, 'main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  let said = ''
  const port = await new Promise((done, refuse) => {
    child.once('close', () => refuse(new Error(`The server ended: ${said}`)))
    child.stdout.on('data', (text) => {
      said += text
      const found = /siap di http:\/\/localhost:(\d+)/.exec(said)
      if (found) done(found[1])
    })
  })
  const stop = (signal) =>
    new Promise((done) => {
      child.once('close', done)
      child.kill(signal)
    })
  return { address: `http://127.0.0.1:${port}`, stop }
}

const ask = async (url, init) => {
  const response = await fetch(url, init)
  if (!response.ok) fail(`${url} answered ${response.status}: ${await response.text()}`)
  return response
}

const post = (address, path, body) =>
  ask(`${address}${path}`, {
    method: 'POST',
    headers: { Origin: address, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

const cookieOf = (response) => response.headers.get('Set-Cookie').split(';')[0]

const signUp = async (address) => {
  const link = verb('invite', '--role', 'partner', '--organisation', 'contoh-mitra-01')
  return cookieOf(await post(address, '/api/invitations/accept', { secret: link.trim().split('#')[1], ...PERSON }))
}

/** Changes one record again and again, each time under the revision before; resolves to the last one that was acknowledged. */
const write = async (address, cookie) => {
  const headers = { Origin: address, Cookie: cookie, 'Content-Type': 'application/json' }
  const { features } = await (
    await ask(`${address}/api/features/activities?organisation=contoh-mitra-01&limit=1`)
  ).json()
  const path = `/api/work/records/activity/${features[0].id}`
  let { record, revision } = await (await ask(`${address}${path}`, { headers })).json()
  for (let n = 1; n <= WRITES; n += 1) {
    record = { ...record, title: `Ditulis untuk latihan, ${n}` }
    const body = JSON.stringify({ operation: randomUUID(), record, submit: false })
    revision = (
      await (
        await ask(`${address}${path}`, { method: 'PUT', headers: { ...headers, 'If-Match': `"${revision}"` }, body })
      ).json()
    ).revision
  }
  return { path, revision }
}

/** The SHA-256 of every answer. */
const answersOf = async (address) => {
  const sums = {}
  for (const path of ANSWERS) {
    const bytes = Buffer.from(await (await ask(`${address}${path}`)).arrayBuffer())
    sums[path] = createHash('sha256').update(bytes.toString('utf8').replaceAll(address, '')).digest('hex')
  }
  return sums
}

const drill = async () => {
  const first = await step('start on an empty home', serve)
  const cookie = await step('invite and sign in', () => signUp(first.address))
  const written = await step(`${WRITES} writes, a backup meanwhile`, async () => {
    const writing = write(first.address, cookie)
    await verbBeside('backup', `${backup}-meanwhile`)
    return writing
  })
  await step('verify that backup', () => verb('verify', `${backup}-meanwhile`))
  const head = await step('backup', () => verb('backup', backup))
  const before = await step('ask', () => answersOf(first.address))
  await step('kill the server, destroy its home', async () => {
    await first.stop('SIGKILL')
    rmSync(home, { recursive: true })
  })
  const restored = await step('restore', () => verb('restore', backup, '--home', home))
  await step('verify', () => verb('verify'))
  const second = await step('start on the restored home', serve)
  const after = await step('ask again', () => answersOf(second.address))
  const back = await step('sign in, read what was written', async () => {
    const { email, password } = PERSON
    const again = cookieOf(await post(second.address, '/api/session', { email, password }))
    return (await ask(`${second.address}${written.path}`, { headers: { Cookie: again } })).json()
  })
  await step('stop', () => second.stop('SIGTERM'))
  const hash = /^hash +(\w+)$/m.exec(head)[1]
  if (restored.trim().split(' ')[1] !== hash) fail(`Restored up to ${restored}, not to ${hash}.`)
  if (back.revision !== written.revision)
    fail(`Revision ${back.revision} came back, ${written.revision} was acknowledged.`)
  const different = ANSWERS.filter((path) => before[path] !== after[path])
  if (different.length > 0) fail(`Answered otherwise: ${different.join(' ')}`)
  console.log(`${ANSWERS.length} answers equal, journal ${restored.trim()}`)
}

const begun = performance.now()
try {
  await drill()
  console.log(`${'whole drill'.padEnd(34)}${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
