import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { readScenario, type Scenario } from '../../data/model/scenario.ts'

const NAME = 's='
/** Fifty changes of two hundred places are a third of this; a link that unpacks to more is none of ours. */
const LARGEST_BYTES = 500_000

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

/** The fragment of an address, which browsers keep to themselves: no server ever sees it. */
export const fragmentOf = ({ name, changes }: Scenario): string =>
  `#${NAME}${toBase64Url(deflateSync(strToU8(JSON.stringify({ name, changes })), { level: 9 }))}`

/** `none` where the fragment holds no scenario, `damaged` where it cannot be read. */
export const scenarioIn = (fragment: string): Scenario | 'none' | 'damaged' => {
  if (!fragment.startsWith(`#${NAME}`)) return 'none'
  try {
    const bytes = inflateSync(fromBase64Url(fragment.slice(1 + NAME.length)), { out: new Uint8Array(LARGEST_BYTES) })
    return readScenario(JSON.parse(strFromU8(bytes))) ?? 'damaged'
  } catch {
    return 'damaged'
  }
}

/** What a file that was downloaded holds. */
export const fileOf = (scenario: Scenario): string =>
  `${JSON.stringify({ bentang: 'scenario', ...scenario }, null, 2)}\n`

export const scenarioInFile = (text: string): Scenario | null => {
  try {
    return readScenario(JSON.parse(text))
  } catch {
    return null
  }
}
