import { setWorkerUrl } from 'maplibre-gl'
import { textIn } from './parts.ts'

/**
 * The map's worker stands in the file as text. Its address has to end like a classic script's: a browser starts no module
 * from a page that came out of a file.
 */
const blob = new Blob([textIn('pack-worker')], { type: 'text/javascript' })
setWorkerUrl(`${URL.createObjectURL(blob)}#worker.cjs`)
