import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../journal/files.ts'
import type { World } from '../world.ts'
import { metadataOf } from './facts.ts'
import { makeParquet } from './make_parquet.ts'
import { partitionsOf } from './partitions.ts'

/** Null where there is no such folder. */
const contentsOf = async (folder: string): Promise<readonly string[] | null> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

export const isFree = async (folder: string): Promise<boolean> => ((await contentsOf(folder)) ?? []).length === 0

type Written = { readonly files: number; readonly features: number }

/**
 * Partitioned GeoParquet in Hive's layout in a folder that is free: whole, or not there. `_about.json` tells of each layer what it
 * is; names with an underscore are no data to those who read the layout.
 */
export const writePartitions = async (
  world: World,
  folder: string,
  source: string,
  signal: AbortSignal,
): Promise<Written> => {
  await mkdir(dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}.new-`)
  const about: Record<string, object> = {}
  const work = join(draft, '_work')
  let [files, features] = [0, 0]
  try {
    for await (const { folder: part, data } of partitionsOf(world, source)) {
      signal.throwIfAborted()
      await mkdir(work, { recursive: true })
      await mkdir(join(draft, part), { recursive: true })
      await rename(await makeParquet(data, work, signal), join(draft, part, 'part-0.parquet'))
      const { filters: _, numberMatched: __, ...told } = metadataOf(data)
      about[data.id] = told
      files += 1
      features += data.count
    }
    await rm(work, { recursive: true, force: true })
    await writeFile(join(draft, '_about.json'), `${JSON.stringify(about, null, 2)}\n`)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    return { files, features }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
