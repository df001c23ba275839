import type { Box } from '../locate.ts'
import { createAnswerText } from './answer_text.ts'
import type { Holding } from './holding.ts'
import { slotsInBox } from './in_box.ts'
import { keptTextOf, type Properties } from './kept_text.ts'
import type { Sieve } from './sieve.ts'

const HEAD = Buffer.from('{"type":"FeatureCollection","features":[')
const TAIL = Buffer.from(']}')

/** A FeatureCollection of the given activities in their order; one that only names places has no geometry. */
export const featuresGeojson = (slots: Iterable<number>, { register }: Holding, properties: Properties): Buffer => {
  const kept = keptTextOf(register)
  const giver = kept.numberOf(properties)
  const answer = createAnswerText(kept.room.piece)
  for (const slot of slots) {
    if (!kept.has(slot, giver)) {
      const { text, opening } = kept.compose(slot, properties)
      if (!kept.room.fits(text.length)) {
        answer.addLoose(text)
        continue
      }
      if (!kept.room.leaves(answer.first(), text.length)) answer.settle()
      kept.keep(slot, giver, text, opening)
    }
    answer.add(kept.startOf(slot), kept.endOf(slot))
  }
  return answer.between(HEAD, TAIL)
}

/** The activities of a box as GeoJSON; where there are more than `limit`, some of them, the same each time. */
export const viewportGeojson = (
  box: Box,
  sieve: Sieve,
  limit: number,
  properties: Properties,
  holding: Holding,
): Buffer => featuresGeojson(slotsInBox(box, sieve, holding).slice(0, limit), holding, properties)
