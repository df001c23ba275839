import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A PostgreSQL on this machine: the folder with `initdb`, `postgres` and `psql`, and its version as it says itself. */
export type Postgres = { readonly bin: string; readonly version: string }

const PROGRAMS = ['initdb', 'postgres', 'psql'] as const
const DEBIAN = '/usr/lib/postgresql'
const WANTED_MAJOR = 15

const isComplete = (folder: string): boolean => PROGRAMS.every((program) => existsSync(join(folder, program)))

const run = (program: string, ...words: string[]): string | null => {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

/** Debian keeps the servers of every major version out of PATH. */
const debianFolders = (): string[] =>
  existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []

const majorOf = ({ version }: Postgres): number => Number(/(\d+)/.exec(version)?.[1] ?? 0)

/** Version 15 where there is one, else the newest; null where PostgreSQL is not installed. */
export const findPostgres = (): Postgres | null => {
  const folders = [...debianFolders(), run('pg_config', '--bindir') ?? '', ...(process.env.PATH ?? '').split(delimiter)]
  const found = [...new Set(folders)]
    .filter((folder) => folder !== '' && isComplete(folder))
    .map((bin) => ({ bin, version: run(join(bin, 'postgres'), '--version') ?? '' }))
    .sort((a, b) => majorOf(b) - majorOf(a))
  return found.find((postgres) => majorOf(postgres) === WANTED_MAJOR) ?? found[0] ?? null
}

/** PostGIS is one file of words among the extensions of that server. */
export const hasPostgis = ({ bin }: Postgres): boolean => {
  const shared = run(join(bin, 'pg_config'), '--sharedir') ?? bin.replace(/lib(.*)\/bin$/, 'share$1')
  return existsSync(join(shared, 'extension/postgis.control'))
}

/** What to tell a person who has no PostgreSQL or no PostGIS. */
export const HOW_TO_INSTALL =
  'PostgreSQL with PostGIS is not installed here, so there is nothing to compare with. Install both ' +
  '(Debian: apt-get install postgresql-15 postgresql-15-postgis-3) and run this again. / PostgreSQL dengan PostGIS ' +
  'belum terpasang di sini, jadi tidak ada pembanding. Pasang keduanya (Debian: apt-get install postgresql-15 ' +
  'postgresql-15-postgis-3), lalu jalankan lagi.'
