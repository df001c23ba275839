import { join } from 'node:path'
import type { BoundaryStatus } from '../../data/model/answers.ts'
import { isWithin } from '../../data/model/codes.ts'
import { REGENCIES, type Regency } from '../../data/source/regencies.ts'
import type { Log } from './download.ts'
import { BOUNDARY_FOLDER, type Found, findInFolder, keepOutlines } from './folder.ts'
import { OPERATOR_ATTRIBUTION } from './gather.ts'
import { fetchPublicSet, PUBLIC_ATTRIBUTION } from './public_set.ts'
import { readFromWeb } from './web.ts'

const PATIENCE_MS = 120_000

export type Installation = {
  readonly home: string
  /** A folder or an http(s) address with villages.geojson; absent is the public download. */
  readonly from?: string | undefined
  readonly log: Log
  readonly now?: () => Date
  readonly regencies?: readonly Regency[]
  readonly publicSet?: string | undefined
}

const readFrom = async (from: string): Promise<Found> => {
  if (/^https?:\/\//.test(from)) return readFromWeb(from, AbortSignal.timeout(PATIENCE_MS))
  const found = await findInFolder(from)
  if (!found) throw new Error(`Tidak ada villages.geojson di ${from}. Sebutkan folder yang memuatnya.`)
  return found
}

/** Puts boundaries into `home`, where every later start finds them; throws in words, leaving what was there, when it cannot. */
export const installBoundaries = async ({
  home,
  from,
  log,
  now = () => new Date(),
  regencies = REGENCIES,
  publicSet,
}: Installation): Promise<BoundaryStatus> => {
  const today = now().toISOString().slice(0, 10)
  if (from === undefined) {
    await fetchPublicSet({ home, regencies, log, today, from: publicSet, again: true })
    return { kind: 'indicative', origin: 'download', attribution: PUBLIC_ATTRIBUTION }
  }
  const found = await readFrom(from)
  const folder = join(home, BOUNDARY_FOLDER)
  const attribution = found.attribution ?? OPERATOR_ATTRIBUTION
  const groups = regencies
    .map(({ code }) => ({ code, outlines: found.villages.filter((village) => isWithin(village.code, code)) }))
    .filter(({ outlines }) => outlines.length > 0)
  if (groups.length === 0)
    throw new Error(
      `${from} tidak memuat desa dari ${regencies.map(({ code }) => code).join(', ')}. Tidak ada yang dipasang.`,
    )
  for (const { code, outlines } of groups) {
    await keepOutlines(folder, `villages-${code}`, outlines, { attribution, date: today })
    log(`${code}: ${outlines.length} desa terpasang.`)
  }
  for (const { code } of regencies)
    if (!groups.some((group) => group.code === code)) log(`${code}: desanya tidak ada di ${from}.`)
  const provinces = new Set(found.surroundings.map(({ code }) => code.slice(0, 2)))
  for (const province of provinces)
    await keepOutlines(
      folder,
      `regencies-${province}`,
      found.surroundings.filter(({ code }) => isWithin(code, province)),
      { attribution, date: today },
    )
  return { kind: 'indicative', origin: 'configured', attribution }
}
