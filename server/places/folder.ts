import { access, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile } from '../journal/replace_file.ts'
import { formatOutlines, type Outline, parseOutlines } from './outline.ts'

/** Under the home of an installation. */
export const BOUNDARY_FOLDER = 'boundaries'

/** What a way of getting boundaries brings: village outlines, and outlines of regencies around them. */
export type Found = {
  readonly villages: readonly Outline[]
  readonly surroundings: readonly Outline[]
  /** Null when the source says nothing of itself. */
  readonly attribution: string | null
}

type Provenance = { readonly attribution: string; readonly date: string }

const SOURCE_FILE = 'source.json'
const isVillageFile = (name: string): boolean => /^villages.*\.geojson$/.test(name)
const isRegencyFile = (name: string): boolean => /^regencies.*\.geojson$/.test(name)

const readOutlines = async (folder: string, names: readonly string[]): Promise<Outline[]> => {
  const files = await Promise.all(
    names.map(async (name) => parseOutlines(await readFile(join(folder, name), 'utf8'), join(folder, name))),
  )
  return files.flat()
}

const readAttribution = async (folder: string): Promise<string | null> => {
  const text = await readFile(join(folder, SOURCE_FILE), 'utf8').catch(() => '{}')
  try {
    const { attribution } = JSON.parse(text) as { attribution?: unknown }
    return typeof attribution === 'string' ? attribution : null
  } catch {
    return null
  }
}

/** Every `villages*.geojson` of a folder, with `regencies*.geojson` if any. Null when there is none; throws in words when one is broken. */
export const findInFolder = async (folder: string): Promise<Found | null> => {
  const names = (await readdir(folder).catch((): string[] => [])).sort()
  if (!names.some(isVillageFile)) return null
  return {
    villages: await readOutlines(folder, names.filter(isVillageFile)),
    surroundings: await readOutlines(folder, names.filter(isRegencyFile)),
    attribution: await readAttribution(folder),
  }
}

/** Written whole or not at all: the name appears only when the content is complete. */
export const writeWhole = (file: string, content: string): Promise<void> =>
  replaceFile(file, [content], { draft: `${file}.${process.pid}.new` })

export const hasOutlines = (folder: string, name: string): Promise<boolean> =>
  access(join(folder, `${name}.geojson`)).then(
    () => true,
    () => false,
  )

export const keepOutlines = async (
  folder: string,
  name: string,
  outlines: readonly Outline[],
  provenance: Provenance,
): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeWhole(join(folder, SOURCE_FILE), `${JSON.stringify(provenance)}\n`)
  await writeWhole(join(folder, `${name}.geojson`), formatOutlines(outlines))
}
