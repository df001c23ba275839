import { isMatchWeights, MATCH_PARTS, type RegencyWeights } from '../data/model/match_weights.ts'
import { readByRegency } from './regency_weights.ts'

/** In the home: `{ "61.05": { "theme": 40, "presence": 20, "period": 15, "trackRecord": 15, "freshness": 10 } }` */
export const WEIGHTS_FILE = 'match_weights.json'

export const readRegencyWeights = (home: string): Promise<RegencyWeights> =>
  readByRegency(home, { file: WEIGHTS_FILE, names: MATCH_PARTS, isWeights: isMatchWeights })
