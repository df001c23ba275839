import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import type { Question } from '../api.ts'
import type { View } from '../view.ts'

/** The district that is selected on the map, where places are counted by villages or districts. */
export const districtOf = ({ selection, region, level }: View): Code | null => {
  if (selection?.kind !== 'place' || (level !== 'village' && level !== 'district')) return null
  return levelOf(selection.id) === 'district' && isWithin(selection.id, region) ? selection.id : null
}

/** Four hundred villages are no picture: they are told by their districts, or those of one district by themselves. */
export const flowsQuestion = (view: View, district: Code | null): Question => {
  if (district !== null) return { ...view, region: district, level: 'village' }
  return { ...view, level: view.level === 'village' ? 'district' : view.level }
}
