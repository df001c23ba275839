import { LAYERS } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import { EXPORT_ANSWERS, type ExportAnswer } from '../../data/model/export_format.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { addressOf, type Query, queryOf } from '../../data/view/question.ts'
import type { View } from '../view.ts'

/** What can be taken along: an answer to the question on screen, or a layer. */
export type Subject = ExportAnswer | LayerId

export const isAnswer = (subject: Subject): subject is ExportAnswer =>
  (EXPORT_ANSWERS as readonly string[]).includes(subject)

/** The ground of an analysis is an answer; its layer is the same by another name. */
export const subjectOf = (layer: LayerId): Subject =>
  layer === 'gaps' ? 'gap-ground' : layer === 'overlaps' ? 'overlap-ground' : layer

export const LAYER_SUBJECTS = LAYERS.filter(({ family }) => family !== 'analysis')

/** The filters of the view that the subject knows; an answer takes the whole question, however it is asked. */
export const filtersOf = (subject: Subject, view: View, isFiltered: boolean): Query => {
  if (isAnswer(subject)) return queryOf(view)
  if (!isFiltered) return {}
  const { region, theme, period, organisations, statuses } = view
  const { family } = LAYERS.find(({ id }) => id === subject)!
  if (family === 'reference') return { within: region }
  return {
    within: region,
    theme,
    period: formatPeriod(period),
    organisation: organisations,
    ...(subject === 'activities' ? { status: statuses } : {}),
  }
}

/** Where the file is; with the ending `json` what it says of itself. */
export const fileAddress = (subject: Subject, ending: string, filters: Query): string =>
  addressOf(`/api/export/${isAnswer(subject) ? 'answers/' : ''}${subject}.${ending}`, filters)
