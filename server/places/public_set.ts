import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isWithin } from '../../data/model/codes.ts'
import { type Pin, type Regency, SURROUNDINGS } from '../../data/source/regencies.ts'
import { download, forgetPart, type Log } from './download.ts'
import { BOUNDARY_FOLDER, hasOutlines, keepOutlines } from './folder.ts'
import { fingerprintOf } from './outline.ts'
import { parseSqlRows } from './sql_rows.ts'

export const PUBLIC_SET = 'https://raw.githubusercontent.com/cahyadsn/wilayah_boundaries'
export const PUBLIC_ATTRIBUTION =
  'Batas: cahyadsn/wilayah_boundaries (MIT), disederhanakan menurut Kepmendagri 300.2.2-2430/2025; indikatif.'

type Item = { readonly name: string; readonly path: string; readonly pin: Pin }

const villagesOf = ({ code, boundaries }: Regency): Item[] =>
  boundaries
    ? [
        {
          name: `villages-${code}`,
          path: `db/kel/${code.slice(0, 2)}/wilayah_boundaries_kel_${code}.sql`,
          pin: boundaries,
        },
      ]
    : []

const outlinesOf = ({ code, boundaries }: Regency): Item[] =>
  boundaries ? [{ name: `regencies-${code}`, path: `db/kab/wilayah_boundaries_kab_${code}.sql`, pin: boundaries }] : []

export type PublicSet = {
  readonly home: string
  readonly regencies: readonly Regency[]
  readonly log: Log
  readonly today: string
  /** Address of the repository's raw files. */
  readonly from?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Fetch what is already in `home` once more. */
  readonly again?: boolean
}

const fetchItem = async ({ home, log, today, from = PUBLIC_SET, signal }: PublicSet, item: Item): Promise<void> => {
  const folder = join(home, BOUNDARY_FOLDER)
  const part = join(folder, `${item.name}.sql.part`)
  const url = `${from}/${item.pin.commit}/${item.path}`
  await download({ url, part, label: item.name, log, signal })
  const outlines = parseSqlRows(await readFile(part, 'utf8'), url)
  await forgetPart(part)
  const fingerprint = fingerprintOf(outlines)
  if (fingerprint !== item.pin.sha256)
    throw new Error(
      `${item.name} dari ${url} ditolak: SHA-256 isinya ${fingerprint}, seharusnya ${item.pin.sha256}. Tidak ada yang disimpan.`,
    )
  await keepOutlines(folder, item.name, outlines, { attribution: PUBLIC_ATTRIBUTION, date: today })
}

/**
 * Brings the pinned files that are not yet in `home` there, villages before surroundings, each checked before it is kept. Rejects
 * in words with the first villages that could not be had; missing surroundings are only told.
 */
export const fetchPublicSet = async (set: PublicSet): Promise<void> => {
  const folder = join(set.home, BOUNDARY_FOLDER)
  await mkdir(folder, { recursive: true })
  const isWanted = async ({ name }: Item): Promise<boolean> => set.again === true || !(await hasOutlines(folder, name))
  for (const item of set.regencies.flatMap(villagesOf)) if (await isWanted(item)) await fetchItem(set, item)
  const provinces = SURROUNDINGS.filter(({ code }) => set.regencies.some((regency) => isWithin(regency.code, code)))
  for (const item of provinces.flatMap(outlinesOf))
    if (await isWanted(item))
      await fetchItem(set, item).catch((error: Error) => set.log(`Wilayah sekitar tetap kosong: ${error.message}`))
}
