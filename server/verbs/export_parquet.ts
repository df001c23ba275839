import { resolve } from 'node:path'
import { isFree, writePartitions } from '../exports/write_partitions.ts'
import { interruptible } from './interruptible.ts'
import { openPublicWorld } from './public_world.ts'
import { type Desk, tell } from './verb.ts'

/** Partitioned GeoParquet of everything public; resolves to the exit code. */
export const exportParquet = async (given: string, desk: Desk): Promise<number> => {
  const folder = resolve(given)
  if (!(await isFree(folder))) {
    tell(desk, {
      id: `${folder} sudah berisi. Pilih folder baru atau yang kosong.`,
      en: `${folder} is not empty. Choose a new folder or an empty one.`,
    })
    return 1
  }
  const world = await openPublicWorld(desk)
  if (world === null) return 1
  try {
    const written = await interruptible((signal) => writePartitions(world, folder, desk.config.url, signal))
    if (written === 'stopped') {
      tell(desk, { id: 'Dihentikan; tidak ada yang ditulis.', en: 'Stopped; nothing was written.' })
      return 1
    }
    const { files, features } = written
    const { seq } = world.everyone.asOf()
    tell(desk, {
      id: `${features} fitur dalam ${files} berkas GeoParquet di ${folder}, entri ${seq}.`,
      en: `${features} features in ${files} GeoParquet files in ${folder}, entry ${seq}.`,
    })
    return 0
  } finally {
    world.close()
  }
}
