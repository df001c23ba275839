import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseCode } from '../data/model/codes.ts'
import type { ByRegency, WeightsOf } from '../data/model/weighing.ts'
import { ConfigError } from './config.ts'

type Kept<N extends string> = {
  /** The file in the home. */
  readonly file: string
  readonly names: readonly N[]
  readonly isWeights: (value: unknown) => value is WeightsOf<N>
}

const notRead = (file: string, names: string) => ({
  id: `${file} tidak dapat dipakai. Tulis bobot per kode kabupaten, masing-masing ${names}, nol atau lebih dan tidak semuanya nol; atau hapus berkasnya.`,
  en: `${file} cannot be used. Write weights by regency code, each with ${names}, zero or more and not all zero; or remove the file.`,
})

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The weights that regencies set for themselves; none without the file. Throws ConfigError where it cannot be used. */
export const readByRegency = async <N extends string>(
  home: string,
  { file, names, isWeights }: Kept<N>,
): Promise<ByRegency<N>> => {
  const text = await readFile(resolve(home, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const value = parseJson(text)
  const isRead = (given: unknown): given is ByRegency<N> =>
    typeof given === 'object' &&
    given !== null &&
    Object.entries(given).every(([code, weights]) => parseCode(code) === code && isWeights(weights))
  if (!isRead(value)) throw new ConfigError([notRead(file, names.join(', '))])
  return value
}
