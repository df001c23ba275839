import { parentPort, workerData } from 'node:worker_threads'
import { openGeos } from '../../engine/geos.ts'
import { loadGdal } from './gdal.ts'
import type { Errand, Told } from './messages.ts'
import { readFile } from './read.ts'
import { FileRefusal } from './refusal.ts'
import { createSites } from './sites.ts'
import type { RawRow } from './table.ts'
import type { Tools } from './tools.ts'

/* The thread itself: files of strangers are taken apart here, where they can hold nobody up and take nobody down. */

/** So many rows go over at once: a few milliseconds of the other side's time. */
const PORTION = 250

const tell = (told: Told): void => parentPort?.postMessage(told)

const tools: Tools = {
  async sites() {
    const geos = await openGeos()
    return createSites(() => geos)
  },
  async gdal() {
    const gdal = await loadGdal()
    tell({ kind: 'loaded' })
    return gdal
  },
}

const read = async ({ bytes, choices }: Errand): Promise<void> => {
  const { table, rows } = await readFile(bytes, choices, tools)
  tell({ kind: 'table', table })
  let portion: RawRow[] = []
  for (const row of rows) {
    portion.push(row)
    if (portion.length < PORTION) continue
    tell({ kind: 'rows', rows: portion })
    portion = []
  }
  tell({ kind: 'rows', rows: portion })
  tell({ kind: 'end' })
}

read(workerData as Errand).catch((error: unknown) => {
  if (error instanceof FileRefusal) tell({ kind: 'refused', words: error.words })
  else tell({ kind: 'fault', fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
})
