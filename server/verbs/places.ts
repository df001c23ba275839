import { loadPlaces, type PlaceSet } from '../places/index.ts'
import type { Desk } from './verb.ts'

/** The places a verb works on, as the server would find them; a download that is still under way is not waited for. */
export const openPlaces = async ({ config, err, sibling }: Desk): Promise<PlaceSet> => {
  const enough = new AbortController()
  const places = await loadPlaces({
    home: config.home,
    boundaries: config.boundaries,
    sibling,
    log: (line) => err.write(`${line}\n`),
    now: () => new Date(),
    signal: enough.signal,
  })
  enough.abort()
  return places
}
