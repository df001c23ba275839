import type { IatiReporter } from '../data/model/iati.ts'
import { ConfigError } from './config.ts'
import { readHomeJson } from './home_json.ts'

/** In the home: `{ "ref": "XI-IATI-...", "name": "Sekretariat Bersama Kabupaten ...", "type": "11" }`, as registered with IATI. */
export const IATI_FILE = 'iati.json'

/** Marks a file that no registry will take: nobody registered this identifier. */
export const UNREGISTERED: IatiReporter = {
  ref: 'BENTANG-UNREGISTERED',
  name: 'Sekretariat Bersama (Bentang)',
  type: '11',
}

const NOT_READ = {
  id: `${IATI_FILE} tidak dapat dipakai. Tulis { "ref": pengenal yang terdaftar di IATI, "name": nama pelapor, "type": kode OrganisationType dua angka }, atau hapus berkasnya.`,
  en: `${IATI_FILE} cannot be used. Write { "ref": the identifier registered with IATI, "name": who reports, "type": a two-digit code of OrganisationType }, or remove the file.`,
}

const isReporter = (given: unknown): given is IatiReporter => {
  const { ref, name, type } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>
  return (
    typeof ref === 'string' &&
    /^[^\s/&|?]+-[^\s/&|?]+$/.test(ref) &&
    typeof name === 'string' &&
    name.trim() !== '' &&
    typeof type === 'string' &&
    /^\d{2}$/.test(type)
  )
}

/** Throws ConfigError where the file cannot be used. */
export const readIatiReporter = async (home: string): Promise<IatiReporter> => {
  const given = await readHomeJson(home, IATI_FILE)
  if (given === undefined) return UNREGISTERED
  if (!isReporter(given)) throw new ConfigError([NOT_READ])
  return { ref: given.ref, name: given.name, type: given.type }
}
