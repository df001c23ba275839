import type { Kind } from '../../data/model/record.ts'
import type { Language } from '../../data/model/words.ts'
import { DEFAULT_VIEW, formatView } from '../view.ts'

/** A record or a place on the map, with its card open. */
export const recordAddress = (
  kind: Kind | 'place',
  id: string,
  language: Language,
  region = DEFAULT_VIEW.region,
): string => `/${formatView({ ...DEFAULT_VIEW, region, language, selection: { kind, id } })}`
