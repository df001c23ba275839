import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { type ConnectionOptions, connect } from 'node:tls'
import { getRequestListener } from '@hono/node-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { ownFolder } from './journal/own_folder.ts'
import { GOOD_PASSWORD, join as joinAs, openBrowser } from './people/browser.ts'
import { serve } from './served.ts'
import { runIn } from './verb_run.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const NGINX = '/usr/sbin/nginx'
const PUBLIC = 'https://peta.example.go.id'
const [unit, dockerfile, nginx, caddy] = [
  read('deploy/bentang.service'),
  read('deploy/Dockerfile'),
  read('deploy/nginx.conf'),
  read('deploy/Caddyfile'),
]
const settingsIn = (text: string) => [...text.matchAll(/\b(BENTANG_[A-Z_]+|PORT)=([^\s"]+)/g)]
const PAGES = ['docs/operations.md', 'docs/operasi.md']

describe('the examples for operators', () => {
  test.each([
    ['the unit', /^Environment=(.*)$/m.exec(unit)![1]!],
    ['the image', /^ENV (.*)$/m.exec(dockerfile)![1]!],
  ])('%s sets what the server reads, where the proxies ask it', (_, line) => {
    const env = Object.fromEntries(settingsIn(line).map(([, name, value]) => [name, value]))
    const config = readConfig(env)
    const known = read('server/config.ts')
    expect(Object.keys(env).filter((name) => !known.includes(`'${name}'`))).toEqual([])
    expect(config).toMatchObject({ port: 8080, home: '/var/lib/bentang', log: 'info' })
    expect(nginx).toContain(`server 127.0.0.1:${config.port};`)
    expect(caddy).toContain(`reverse_proxy 127.0.0.1:${config.port} `)
  })

  test('the proxies lead to no metrics, and take what the server takes', () => {
    expect(`${nginx}${caddy}`).not.toContain('9464')
    expect(unit).toContain('BENTANG_METRICS=127.0.0.1:')
    expect([nginx, caddy].map((text) => /client_max_body_size 20m|max_size 20MB/.test(text))).toEqual([true, true])
  })

  test('the unit gives a stop longer than the server takes for it', () => {
    const farewellMs = Number(/FAREWELL_MS = ([\d_]+)/.exec(read('server/main.ts'))![1]!.replaceAll('_', ''))
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)![1]) * 1000).toBeGreaterThan(farewellMs + 2_000)
  })

  test('the program of the unit cannot read where its source came from', () => {
    const folder = /^WorkingDirectory=(.*)$/m.exec(unit)![1]!
    expect(unit).toMatch(new RegExp(`^InaccessiblePaths=-${folder}/\\.git$`, 'm'))
    expect([...dockerfile.matchAll(/^COPY --from=build \S+\/(\S+) /gm)].map(([, what]) => what)).toEqual([
      'package.json',
      'node_modules',
      'dist',
    ])
  })

  test.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)('systemd finds the unit well shut', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', 'deploy/bentang.service'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(Number(/exposure level for bentang\.service: ([\d.]+)/.exec(stdout)?.[1])).toBeLessThanOrEqual(1.5)
  })

  test('every verb, file and setting that the pages name is there, in both languages the same', async () => {
    const { out } = await runIn(ownFolder(), 'help')
    const verbs = new Set([...out.matchAll(/bentang -- (\w+)/g)].map((match) => match[1]!))
    const config = read('server/config.ts')
    const commands = PAGES.map((page) => {
      const text = read(page)
      const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1]!.replaceAll(/ +#.*$/gm, ''))
      expect([...blocks.join('').matchAll(/^bentang (\w+)/gm)].filter((match) => !verbs.has(match[1]!))).toEqual([])
      expect(settingsIn(text).filter(([, name]) => !config.includes(`'${name}'`))).toEqual([])
      const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1]!)
      expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([])
      return blocks
    })
    expect(commands[0]).toEqual(commands[1])
    expect(commands[0]!.length).toBeGreaterThan(7)
  })
})

/** The example itself, with the names, ports and certificates of this test in place of its own. */
const startNginx = async (upstream: number): Promise<{ tls: number; plain: number }> => {
  const folder = ownFolder()
  const key = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
  spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    ...key,
  ])
  const [tls, plain] = await Promise.all([freePort(), freePort()])
  const site = nginx
    .replaceAll(/^.*listen \[::\].*\n/gm, '')
    .replace('listen 443', `listen 127.0.0.1:${tls}`)
    .replace('listen 80', `listen 127.0.0.1:${plain}`)
    .replace('127.0.0.1:8080', `127.0.0.1:${upstream}`)
    .replace(/ssl_certificate .*;/, `ssl_certificate ${folder}/cert.pem;`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${folder}/key.pem;`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const file = join(folder, 'nginx.conf')
  mkdirSync(join(folder, 'logs'), { recursive: true })
  writeFileSync(
    file,
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { access_log off; ${temporary.join(' ')}\n${site}}`,
  )
  const tried = spawnSync(NGINX, ['-t', '-p', folder, '-c', file], { encoding: 'utf8' })
  expect(tried.status, tried.stderr).toBe(0)
  const child: ChildProcess = spawn(NGINX, ['-p', folder, '-c', file], { stdio: 'ignore' })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await once(child, 'close')
  })
  return { tls, plain }
}

const listen = async (answer: Parameters<typeof createServer>[1]): Promise<number> => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

type Asked = { readonly method?: string; readonly body?: string; readonly headers?: object; readonly from?: string }

/** `from` is an address of this machine, as which a visitor comes. */
const ask = (port: number, path: string, { method = 'GET', body = '', headers = {}, from = '127.0.0.1' }: Asked = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders }>((done, fail) => {
    const options = { port, path, method, host: '127.0.0.1', localAddress: from, rejectUnauthorized: false }
    const sent = request({ ...options, headers: { ...headers } }, (response) => {
      response.resume()
      response.once('end', () => done({ status: response.statusCode!, headers: response.headers }))
    })
    sent.once('error', fail)
    sent.end(body)
  })

/** The version of TLS that is agreed on when this is offered, and whether what is overheard stays shut for good. */
const greet = (port: number, offered: ConnectionOptions): Promise<string> =>
  new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...offered }, () => {
      const { name } = socket.getCipher()
      done(`${socket.getProtocol()} ${/^(ECDHE-.*(GCM|POLY1305)|TLS_)/.test(name) ? 'forward' : name}`)
      socket.destroy()
    })
    socket.once('error', () => done('refused'))
  })

describe.skipIf(!existsSync(NGINX))('the nginx example', () => {
  test('is taken by nginx, serves with TLS, leads there from plain HTTP, and holds sign-ins of one address back', async () => {
    const seen: IncomingHttpHeaders[] = []
    const upstream = await listen((incoming, response) => {
      seen.push(incoming.headers)
      incoming.resume()
      incoming.once('end', () => response.end('ok'))
    })
    const { tls, plain } = await startNginx(upstream)
    await expect
      .poll(() =>
        ask(tls, '/').then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
    const { headers } = await ask(tls, '/api/layers')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    // Who asks is told by nginx alone, whatever was claimed.
    expect(seen.at(-1)!['x-forwarded-for']).toBe('127.0.0.1')
    await ask(tls, '/api/session', { headers: { 'X-Forwarded-For': '192.0.2.1' } })
    expect(seen.at(-1)!['x-forwarded-for']).toBe('127.0.0.1')
    expect(Object.keys(seen.at(-1)!).filter((name) => name.startsWith('x-'))).toEqual(['x-forwarded-for'])
    const greeted = await Promise.all(
      [
        { minVersion: 'TLSv1.3' },
        { maxVersion: 'TLSv1.2' },
        { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES256-SHA:AES256-GCM-SHA384:AES128-SHA' },
        { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      ].map((offered) => greet(tls, offered as ConnectionOptions)),
    )
    expect(greeted).toEqual(['TLSv1.3 forward', 'TLSv1.2 forward', 'refused', 'refused'])
    const moved = await fetch(`http://127.0.0.1:${plain}/p/zone/1?lang=en`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('Location')]).toEqual([308, 'https://127.0.0.1/p/zone/1?lang=en'])
    const opened = await fetch(`http://127.0.0.1:${plain}/api/people`, {
      redirect: 'manual',
      headers: { Authorization: 'Bearer bt_x' },
    })
    expect([opened.status, opened.headers.get('Location')]).toEqual([403, null])
    const large = 'x'.repeat(20 << 20)
    expect((await ask(tls, '/api/imports', { method: 'POST', body: `${large}x` })).status).toBe(413)
    expect((await ask(tls, '/api/imports', { method: 'POST', body: large })).status).toBe(200)
    const statuses: number[] = []
    for (let n = 0; n < 30; n += 1)
      statuses.push((await ask(tls, '/api/session', { method: 'POST', body: '{}' })).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(8)
    expect(statuses[0]).toBe(200)
    expect((await ask(tls, '/api/layers')).status).toBe(200)
  })

  test('gives each visitor guesses of their own, where the server knows it as its proxy', async () => {
    const shutOut = async (trustedProxies: readonly string[]) => {
      const served = await serve([], { url: PUBLIC, trustedProxies })
      onTestFinished(() => served.world.close())
      await joinAs(served, openBrowser(served), { role: 'partner', organisation: 'akar', email: 'sari@akar.id' })
      const { tls } = await startNginx(await listen(getRequestListener(served.app.fetch)))
      const guess = async (from: string, password: string, headers = {}) =>
        (
          await ask(tls, '/api/session', {
            from,
            method: 'POST',
            body: JSON.stringify({ email: 'sari@akar.id', password }),
            headers: { Origin: PUBLIC, 'Content-Type': 'application/json', ...headers },
          })
        ).status
      await expect.poll(() => guess('127.0.0.4', GOOD_PASSWORD).catch(() => 0)).toBe(200)
      for (let at = 0; at < 10; at += 1) expect(await guess('127.0.0.2', 'bukan kata sandinya')).toBe(401)
      const claimed = await guess('127.0.0.2', GOOD_PASSWORD, { 'X-Forwarded-For': '127.0.0.3' })
      return [claimed, await guess('127.0.0.3', GOOD_PASSWORD)]
    }
    expect(await shutOut(['127.0.0.1'])).toEqual([429, 200])
    expect(await shutOut([])).toEqual([429, 429])
  })
})
