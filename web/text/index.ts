import type { Language } from '../../data/model/words.ts'
import type { about } from './id/about.ts'
import type { agreements } from './id/agreements.ts'
import type { analysis } from './id/analysis.ts'
import type { area } from './id/area.ts'
import type { award } from './id/award.ts'
import type { border } from './id/border.ts'
import { card } from './id/card.ts'
import type { convergence } from './id/convergence.ts'
import type { dashboard } from './id/dashboard.ts'
import type { density } from './id/density.ts'
import type { desk } from './id/desk.ts'
import type { download } from './id/download.ts'
import type { edit } from './id/edit.ts'
import type { flows } from './id/flows.ts'
import type { importing } from './id/import.ts'
import type { matching } from './id/matching.ts'
import type { meaning } from './id/meaning.ts'
import type { members } from './id/members.ts'
import type { multiples } from './id/multiples.ts'
import type { pages } from './id/pages.ts'
import { panel } from './id/panel.ts'
import type { people } from './id/people.ts'
import type { plans } from './id/plans.ts'
import type { present } from './id/present.ts'
import type { profile } from './id/profile.ts'
import { record } from './id/record.ts'
import type { review } from './id/review.ts'
import type { saved } from './id/saved.ts'
import type { scenario } from './id/scenario.ts'
import type { search } from './id/search.ts'
import type { share } from './id/share.ts'
import { shell } from './id/shell.ts'
import type { shortcuts } from './id/shortcuts.ts'
import type { stories } from './id/stories.ts'
import { table } from './id/table.ts'
import type { tour } from './id/tour.ts'
import type { versus } from './id/versus.ts'
import type { widget } from './id/widget.ts'
import type { work } from './id/work.ts'

/** Every sentence of the screens as an ICU message; Indonesian is the source and always there. */
export const indonesian = { ...shell, ...panel, ...card, ...record, ...table } as const

/** The sentences of the analyses and of the area report come with them: `AnalysisTexts.tsx`, `AreaTexts.tsx`. */
export type TextKey =
  | keyof typeof indonesian
  | keyof typeof about
  | keyof typeof analysis
  | keyof typeof area
  | keyof typeof versus
  | keyof typeof density
  | keyof typeof desk
  | keyof typeof download
  | keyof typeof edit
  | keyof typeof flows
  | keyof typeof multiples
  | keyof typeof pages
  | keyof typeof people
  | keyof typeof importing
  | keyof typeof agreements
  | keyof typeof award
  | keyof typeof border
  | keyof typeof convergence
  | keyof typeof dashboard
  | keyof typeof matching
  | keyof typeof meaning
  | keyof typeof plans
  | keyof typeof members
  | keyof typeof present
  | keyof typeof profile
  | keyof typeof review
  | keyof typeof saved
  | keyof typeof scenario
  | keyof typeof search
  | keyof typeof share
  | keyof typeof shortcuts
  | keyof typeof stories
  | keyof typeof tour
  | keyof typeof widget
  | keyof typeof work
export type Catalogue = { readonly [K in keyof typeof indonesian]: string }

const loaded = new Map<Language, Catalogue>([['id', indonesian]])

/** Null until `loadTexts` has brought the language. */
export const findTexts = (language: Language): Catalogue | null => loaded.get(language) ?? null

export const loadTexts = async (language: Language): Promise<void> => {
  if (language === 'en') loaded.set(language, (await import('./en/index.ts')).english)
}

/** Number and date formats; English keeps day before month, as Indonesian does. */
export const LOCALES: { readonly [L in Language]: string } = { id: 'id-ID', en: 'en-GB' }
