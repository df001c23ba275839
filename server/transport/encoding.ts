import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Below this a compressed body is no smaller than one packet either way. */
const WORTH_COMPRESSING_BYTES = 1_000
const COMPRESSIBLE = /^(text\/|image\/svg|application\/(.*json|javascript|vnd\.mapbox-vector-tile|manifest))/

export const isCompressible = (contentType: string, byteLength: number): boolean =>
  byteLength >= WORTH_COMPRESSING_BYTES && COMPRESSIBLE.test(contentType)

/** The best encoding the client takes; a weight of zero is a refusal. */
export const chooseEncoding = (acceptEncoding: string | undefined): Encoding => {
  const taken = (acceptEncoding ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .filter(([, weight]) => weight === undefined || Number(weight) > 0)
    .map(([name]) => name)
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity'
}

export const compress = async (
  body: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  brotliQuality: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (encoding === 'br')
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
    })
  return encoding === 'gzip' ? zip(body, { level: 6 }) : body
}
