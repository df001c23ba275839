import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Files } from '../../server/journal/files.ts'
import { type Step, steppedFiles } from './stepped_files.ts'

/** A file whatever it is called; what of it reached the disk for good. */
type Node = { synced: Buffer }

/** What a disk may hold after the power went, by path within the home. */
export type Image = ReadonlyMap<string, Buffer>
/** At one step: nothing of what was not synced, half of it, and all of it, as a killed process leaves it. */
export type Moment<Told> = { readonly step: Step; readonly told: readonly Told[]; readonly images: readonly Image[] }

const LOCK = /lock$/

/**
 * The real file system under `home`, which notes at each step what a power cut or a kill at that moment would leave: contents count
 * from their datasync on, names from the sync of their folder. Locks are left out, for their holder is alive here.
 */
export const powerCutFiles = <Told>(home: string, toldSoFar: () => readonly Told[]) => {
  const moments: Moment<Told>[] = []
  const nodes = new Map<string, Node>()
  const durable = new Map<string, Node>()
  const folders = new Set<string>([home])
  const bytesAt = (path: string): Buffer => {
    try {
      return readFileSync(path)
    } catch {
      return Buffer.alloc(0)
    }
  }
  const stands = (path: string): boolean => {
    for (let folder = dirname(path); folder.startsWith(home); folder = dirname(folder))
      if (!folders.has(folder)) return false
    return true
  }
  const imageOf = (share: number): Image => {
    const image = new Map<string, Buffer>()
    for (const [path, node] of durable) {
      if (LOCK.test(path) || !stands(path)) continue
      const current = nodes.get(path) === node ? bytesAt(path) : node.synced
      const extra = current.subarray(node.synced.length)
      image.set(relative(home, path), Buffer.concat([node.synced, extra.subarray(0, extra.length * share)]))
    }
    return image
  }
  const all = (): Image =>
    new Map([...nodes.keys()].filter((path) => !LOCK.test(path)).map((path) => [relative(home, path), bytesAt(path)]))

  const before = (step: Step): void => {
    moments.push({ step, told: [...toldSoFar()], images: [imageOf(0), imageOf(0.5), all()] })
  }
  const after = (step: Step): void => {
    const { what, path } = step
    if (what === 'open' && !nodes.has(path)) nodes.set(path, { synced: Buffer.alloc(0) })
    if (what === 'datasync') nodes.get(path)!.synced = bytesAt(path)
    if (what === 'truncate') nodes.get(path)!.synced = bytesAt(path).subarray(0, nodes.get(path)!.synced.length)
    if (what === 'remove') nodes.delete(path)
    if (what === 'rename') {
      nodes.set(step.to, nodes.get(path)!)
      nodes.delete(path)
    }
    if (what !== 'syncFolder') return
    const names = new Set([...nodes.keys(), ...durable.keys()].filter((name) => dirname(name) === path))
    for (const name of names) {
      const node = nodes.get(name)
      if (node) durable.set(name, node)
      else durable.delete(name)
    }
    for (const folder of made) if (dirname(folder) === path) folders.add(folder)
  }
  const made = new Set<string>()
  const stepped = steppedFiles(before, after)
  const files: Files = {
    ...stepped,
    async makeFolder(path, access) {
      const first = await stepped.makeFolder(path, access)
      for (let folder = path; first !== null && folder.length >= first.length; folder = dirname(folder))
        made.add(folder)
      return first
    },
  }
  return { files, moments }
}

export const writeImage = (folder: string, image: Image): void => {
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}
