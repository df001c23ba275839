import type { Found } from './folder.ts'
import { type Outline, parseOutlines } from './outline.ts'

const get = async (url: string, signal: AbortSignal): Promise<Response> => {
  const response = await fetch(url, { signal }).catch((error: Error) => {
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    throw new Error(`${url} tidak dapat dihubungi: ${reason}.`)
  })
  if (!response.ok && response.status !== 404) throw new Error(`${url} menjawab ${response.status}.`)
  return response
}

const findOutlines = async (url: string, signal: AbortSignal): Promise<Outline[] | null> => {
  const response = await get(url, signal)
  return response.status === 404 ? null : parseOutlines(await response.text(), url)
}

/** `villages.geojson` and, if there is one, `regencies.geojson` under an http(s) address; throws in words. */
export const readFromWeb = async (base: string, signal: AbortSignal): Promise<Found> => {
  const under = base.endsWith('/') ? base : `${base}/`
  const villages = await findOutlines(new URL('villages.geojson', under).href, signal)
  if (!villages) throw new Error(`Tidak ada villages.geojson di ${under}.`)
  const surroundings = await findOutlines(new URL('regencies.geojson', under).href, signal)
  return { villages, surroundings: surroundings ?? [], attribution: null }
}
