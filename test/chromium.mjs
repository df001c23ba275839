import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Maps are drawn in software, and the browser calls nobody. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser named by CHROME_PATH, else the first known one on PATH, else null. */
export const findChromium = (env = process.env) => {
  const files = [
    env.CHROME_PATH,
    ...(env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ]
  return files.find((file) => file && isExecutable(file)) ?? null
}

const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** Asks Debian's package manager for Chromium, as root or by password-less sudo; null where that cannot be had. */
export const installChromium = () => {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-y', ...args]
    return run(command, rest)
  }
  if (!run('sh', ['-c', 'command -v apt-get'])) return null
  console.log('Chromium was not found; asking the package manager for it (about a minute) ...')
  return apt('update') && apt('install', '--no-install-recommends', 'chromium') ? findChromium() : null
}
