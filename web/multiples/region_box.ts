import type { ContextAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import type { Bbox } from '../sketch/projection.ts'

/** All regencies of a region together; of a part of one, its regency. */
export const regionBox = (region: Code, { regencies }: Pick<ContextAnswer, 'regencies'>): Bbox => {
  const boxes = regencies.filter(({ code }) => isWithin(code, region) || isWithin(region, code))
  const all = (boxes.length > 0 ? boxes : regencies).map(({ bbox }) => bbox)
  return [
    Math.min(...all.map(([west]) => west)),
    Math.min(...all.map(([, south]) => south)),
    Math.max(...all.map(([, , east]) => east)),
    Math.max(...all.map(([, , , north]) => north)),
  ]
}
