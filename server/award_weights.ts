import { AWARD_CRITERIA, isAwardWeights, type RegencyAwardWeights } from '../data/model/award_weights.ts'
import { readByRegency } from './regency_weights.ts'

/** In the home: `{ "61.05": { "contribution": 70, "gapsClosed": 5, "reach": 15, "reporting": 15, "collaboration": 0 } }` */
export const AWARD_WEIGHTS_FILE = 'award_weights.json'

export const readAwardWeights = (home: string): Promise<RegencyAwardWeights> =>
  readByRegency(home, { file: AWARD_WEIGHTS_FILE, names: AWARD_CRITERIA, isWeights: isAwardWeights })
