import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { FlowFigures, FlowPartner, FlowPlace, FlowsAnswer } from '../../data/model/flows.ts'
import { formatRupiahShort } from '../dashboard/money.ts'
import type { Text } from '../text/useText.ts'
import type { Ranking } from './rows.ts'

const budgetWords = ({ budget }: Pick<FlowFigures, 'budget'>, { say, count, language }: Text): string =>
  budget.known === 0
    ? say('flows.reach.unstated')
    : say('flows.reach.stated', {
        budget: formatRupiahShort(budget.total, language),
        known: count(budget.known),
        of: count(budget.of),
      })

/** What stands in a partner's row: its places, and its activities or what it is ordered by. */
export const rowWords = (figures: FlowFigures, { level }: FlowsAnswer, ranking: Ranking, text: Text): string => {
  const { say, count, language } = text
  const { places, activities, budget } = figures
  const money = budget.known > 0 ? formatRupiahShort(budget.total, language) : say('flows.reach.unstated')
  return [
    say('flows.reach.places', { count: count(places), units: say(`panel.unit.${level}`, { count: places }) }),
    ranking === 'budget' ? money : say('flows.reach.activities', { count: activities }),
  ].join(' · ')
}

/** "Mitra Contoh 03: 6 dari 14 kecamatan, 21 dari 406 desa, 3 kegiatan, anggaran ..." */
export const partnerWords = (
  { name, ...figures }: Pick<FlowPartner, 'name'> & FlowFigures,
  { level, denominator, villages: all }: FlowsAnswer,
  text: Text,
): string => {
  const { say, count } = text
  const { places, villages, activities } = figures
  const units = say(`panel.unit.${level}`, { count: denominator })
  const reach = [
    say('flows.reach.placesOf', { count: count(places), of: count(denominator), units }),
    ...(villages !== null && all !== null
      ? [say('flows.reach.villagesOf', { count: count(villages), of: count(all) })]
      : []),
    say('flows.reach.activities', { count: activities }),
    budgetWords(figures, text),
  ]
  return `${name}: ${reach.join(', ')}.`
}

/** "Ambalau: 4 mitra, 12 desa, 5 kegiatan, anggaran ... Tumpang tindih." */
export const placeWords = (place: FlowPlace, text: Text): string => {
  const { say, language } = text
  const { name, partners, villages, activities, verdict } = place
  const label = VERDICT_LEGEND.find(({ value }) => value === verdict)!.label[language]
  const reach = [
    say('flows.reach.partners', { count: partners }),
    ...(partners > 0 && villages !== null ? [say('flows.reach.villages', { count: villages })] : []),
    ...(partners > 0 ? [say('flows.reach.activities', { count: activities }), budgetWords(place, text)] : []),
  ]
  return `${name}: ${reach.join(', ')}. ${label}.`
}

/** How many work in how much of the region. */
export const leadWords = (answer: FlowsAnswer, text: Text): string => {
  const { say, count } = text
  const { partners, total, denominator, level, villages } = answer
  const units = say(`panel.unit.${level}`, { count: denominator })
  const of = count(denominator)
  if (partners.length === 0) return say('flows.lead.none', { of, units })
  const values = { partners: count(partners.length), places: count(total.places), of, units }
  return total.villages !== null && villages !== null
    ? say('flows.lead.villages', { ...values, villages: count(total.villages), all: count(villages) })
    : say('flows.lead', values)
}
