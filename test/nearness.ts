import * as reads from '../server/engine/reads/index.ts'

export type Near = { readonly id: string; readonly distanceKm: number }

const asList = ({ ids, distancesKm }: reads.NearestFirst): readonly Near[] =>
  ids.map((id, rank) => ({ id, distanceKm: distancesKm[rank]! }))

/** What the engine finds near a position, each with its distance, as tests compare it. */
export const within = (...asked: Parameters<typeof reads.within>): readonly Near[] => asList(reads.within(...asked))
export const nearest = (...asked: Parameters<typeof reads.nearest>): readonly Near[] => asList(reads.nearest(...asked))
