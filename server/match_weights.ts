import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseCode } from '../data/model/codes.ts'
import { isMatchWeights, MATCH_PARTS, type RegencyWeights } from '../data/model/match_weights.ts'
import { ConfigError } from './config.ts'

/** In the home: `{ "61.05": { "theme": 40, "presence": 20, "period": 15, "trackRecord": 15, "freshness": 10 } }` */
export const WEIGHTS_FILE = 'match_weights.json'

const NOT_READ = {
  id: `${WEIGHTS_FILE} tidak dapat dipakai. Tulis bobot per kode kabupaten, masing-masing ${MATCH_PARTS.join(', ')}, nol atau lebih dan tidak semuanya nol; atau hapus berkasnya.`,
  en: `${WEIGHTS_FILE} cannot be used. Write weights by regency code, each with ${MATCH_PARTS.join(', ')}, zero or more and not all zero; or remove the file.`,
}

const isRegencyWeights = (value: unknown): value is RegencyWeights =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([code, weights]) => parseCode(code) === code && isMatchWeights(weights))

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The weights that regencies set for themselves; none without the file. Throws ConfigError where it cannot be used. */
export const readRegencyWeights = async (home: string): Promise<RegencyWeights> => {
  const text = await readFile(resolve(home, WEIGHTS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const value = parseJson(text)
  if (!isRegencyWeights(value)) throw new ConfigError([NOT_READ])
  return value
}
