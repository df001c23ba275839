import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AsOf } from '../../data/model/answers.ts'
import type { Words } from '../../data/model/words.ts'
import { codeOf } from '../journal/files.ts'

export const MANIFEST = 'manifest.json'
/** Names what a run is about to write, so that a run that was broken off is known for its own. */
const UNDER_WAY = '.publishing'
const DRAFT = '.new-bentang'

/** `made` names what a file was drawn from, where drawing takes long: the same need not be drawn again. */
export type ManifestFile = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly made?: string
}
export type Manifest = {
  readonly name: 'bentang'
  readonly form: 1
  readonly url: string
  /** The journal position that everything in the folder was made from. */
  readonly data: AsOf
  readonly boundaries: string
  readonly files: readonly ManifestFile[]
}

/** The folder cannot be published into; `words` say what to do. */
export class FolderRefusal extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'FolderRefusal'
    this.words = words
  }
}

/** Segments of letters, digits and a few signs, none of which begins with a dot: nothing leaves the folder. */
const SAFE = /^(?:[A-Za-z0-9_][A-Za-z0-9._~-]{0,120}\/)*[A-Za-z0-9_][A-Za-z0-9._~-]{0,120}$/

const readOrNull = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type Before = { readonly own: ReadonlySet<string>; readonly listed: ReadonlyMap<string, ManifestFile> }

const readBefore = async (folder: string): Promise<Before> => {
  const manifest = await readOrNull(join(folder, MANIFEST))
  const listed = manifest ? (JSON.parse(manifest.toString()) as Partial<Manifest>) : null
  if (listed && listed.name !== 'bentang')
    throw new FolderRefusal({
      id: `${join(folder, MANIFEST)} bukan milik Bentang. Pilih folder lain atau folder kosong.`,
      en: `${join(folder, MANIFEST)} is not Bentang's. Choose another folder, or an empty one.`,
    })
  const begun = (await readOrNull(join(folder, UNDER_WAY)))?.toString().split('\n') ?? []
  const files = new Map((listed?.files ?? []).filter(({ path }) => SAFE.test(path)).map((one) => [one.path, one]))
  return { own: new Set([...files.keys(), ...begun.filter((path) => SAFE.test(path))]), listed: files }
}

const notOurs = (path: string): FolderRefusal =>
  new FolderRefusal({
    id: `${path} sudah ada dan tidak ditulis oleh Bentang; tidak ada yang ditimpa. Pindahkan, atau pilih folder lain.`,
    en: `${path} is there already and was not written by Bentang; nothing is overwritten. Move it, or choose another folder.`,
  })

export type FolderFigures = {
  readonly files: number
  readonly bytes: number
  readonly written: number
  readonly removed: number
}

/** Writes a publication into a folder: what is unchanged is not touched, what is gone is removed, what is not ours stays. */
export const openFolder = async (folder: string) => {
  await mkdir(folder, { recursive: true })
  const { own, listed } = await readBefore(folder)
  const begun = await open(join(folder, UNDER_WAY), 'a')
  const made = new Set<string>()
  const files = new Map<string, ManifestFile>()
  let written = 0

  const replace = async (path: string, bytes: Uint8Array): Promise<void> => {
    const target = join(folder, path)
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
    made.add(dirname(target))
    await writeFile(target + DRAFT, bytes)
    await rename(target + DRAFT, target)
  }

  const put = async (path: string, bytes: Uint8Array, made?: string): Promise<void> => {
    if (!SAFE.test(path) || path === MANIFEST) throw new Error(`No file of a publication can be called "${path}".`)
    if (files.has(path)) throw new Error(`Two files of the publication are called "${path}".`)
    const found = await readOrNull(join(folder, path))
    const isSame = found?.equals(bytes) ?? false
    if (found && !own.has(path) && !isSame) throw notOurs(join(folder, path))
    if (!isSame) {
      await begun.appendFile(`${path}\n`)
      await replace(path, bytes)
      written += 1
    }
    files.set(path, { path, bytes: bytes.byteLength, sha256: sumOf(bytes), ...(made ? { made } : {}) })
  }

  /** Whether the file is there already, whole, drawn from the same: then it stays. */
  const keep = async (path: string, made: string): Promise<boolean> => {
    const known = listed.get(path)
    if (!known || known.made !== made) return false
    const found = await readOrNull(join(folder, path))
    if (!found || sumOf(found) !== known.sha256) return false
    files.set(path, known)
    return true
  }

  const removeGone = async (): Promise<number> => {
    const gone = [...own].filter((path) => !files.has(path))
    for (const path of gone) await rm(join(folder, path), { force: true })
    const parents = new Set(
      gone.flatMap((path) =>
        path
          .split('/')
          .slice(0, -1)
          .map((_, at, all) => all.slice(0, at + 1).join('/')),
      ),
    )
    // The deepest first: a folder goes only when nothing is left in it.
    for (const parent of [...parents].sort((a, b) => b.length - a.length))
      await readdir(join(folder, parent))
        .then((left) => (left.length === 0 ? rmdir(join(folder, parent)) : undefined))
        .catch(() => {})
    return gone.length
  }

  /** Removes what is gone and says what there is now. */
  const finish = async (head: Omit<Manifest, 'name' | 'form' | 'files'>): Promise<FolderFigures> => {
    const removed = await removeGone()
    const all = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
    const manifest: Manifest = { name: 'bentang', form: 1, ...head, files: all }
    const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
    if (!(await readOrNull(join(folder, MANIFEST)))?.equals(bytes)) await replace(MANIFEST, bytes)
    await rm(join(folder, UNDER_WAY), { force: true })
    return { files: all.length, bytes: all.reduce((sum, one) => sum + one.bytes, 0), written, removed }
  }

  return { put, keep, finish, close: () => begun.close() }
}
