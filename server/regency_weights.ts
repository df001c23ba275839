import { parseCode } from '../data/model/codes.ts'
import type { ByRegency, WeightsOf } from '../data/model/weighing.ts'
import { ConfigError } from './config.ts'
import { readHomeJson } from './home_json.ts'

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

/** The weights that regencies set for themselves; none without the file. Throws ConfigError where it cannot be used. */
export const readByRegency = async <N extends string>(
  home: string,
  { file, names, isWeights }: Kept<N>,
): Promise<ByRegency<N>> => {
  const given = await readHomeJson(home, file)
  const value = given === undefined ? {} : given
  const isRead = (given: unknown): given is ByRegency<N> =>
    typeof given === 'object' &&
    given !== null &&
    Object.entries(given).every(([code, weights]) => parseCode(code) === code && isWeights(weights))
  if (!isRead(value)) throw new ConfigError([notRead(file, names.join(', '))])
  return value
}
