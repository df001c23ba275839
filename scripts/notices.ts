import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const MODULES = resolve(import.meta.dirname, '../node_modules')
export const NOTICES = 'licences.txt'
/** Built or served apart from the app and yet in its list: the service worker, and the reference page at /docs. */
export const APART = ['swagger-ui-dist', 'workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies']
const NOTICE_FILE = /^(licen[cs]e|copying|notice|copyright)([-.].*)?$/i
const README_FILE = /^readme([-.].*)?$/i
const RULE = '-'.repeat(80)

type About = {
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name?: string }
}

/** The package that a file of node_modules belongs to; null for what is ours. */
const packageOf = (path: string): string | null =>
  /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1] ?? null

const authorOf = ({ author }: About): string => (typeof author === 'string' ? author : (author?.name ?? ''))

/** The licence as a read-me file gives it in full, for packages that have no file for it. */
const fromReadme = (text: string): readonly string[] => {
  const part = /^#+ .*licen[cs]e.*\n+([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(text)?.[1]?.trim()
  return part && /permission is hereby granted/i.test(part) ? [part] : []
}

const noticeOf = (name: string): string => {
  const folder = join(MODULES, name)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const textsOf = (name: RegExp) =>
    files.filter((file) => name.test(file.name)).map((file) => readFileSync(join(folder, file.name), 'utf8').trim())
  const own = textsOf(NOTICE_FILE)
  const texts = own.length > 0 ? own : textsOf(README_FILE).flatMap(fromReadme)
  const told = [`${name} ${about.version}`, about.license ?? '', texts.length > 0 ? '' : authorOf(about)]
  return [told.filter(Boolean).join(', '), ...texts].join('\n\n')
}

/** The texts of the licences of packages, in the order of their names. */
export const noticesOf = (names: Iterable<string>): string =>
  `${[...new Set(names)].sort().map(noticeOf).join(`\n\n${RULE}\n\n`)}\n`

/** Leaves the licences of everything that browsers get beside it, as each of them asks; `apart` are packages that are not in the bundle. */
export const notices = (apart: readonly string[] = []): Plugin => ({
  name: 'notices',
  apply: 'build',
  generateBundle(_, bundle) {
    const paths = Object.values(bundle).flatMap((part) =>
      part.type === 'chunk' ? Object.keys(part.modules) : part.originalFileNames,
    )
    const names = paths.map(packageOf).filter((name) => name !== null)
    this.emitFile({ type: 'asset', fileName: NOTICES, source: noticesOf([...names, ...apart]) })
  },
})
