import { type CallerRole, isModerating } from '../../data/model/person.ts'
import type { PageName } from '../page.ts'
import type { TextKey } from '../text/index.ts'

type Section = { readonly page: PageName; readonly label: TextKey; readonly isFor: (role: CallerRole) => boolean }

const isMember = (role: CallerRole): boolean => role !== 'public'

/** What stands in the bar, in this order. */
export const SECTIONS: readonly Section[] = [
  { page: 'dashboard', label: 'pages.dashboard', isFor: () => true },
  { page: 'matching', label: 'pages.matching', isFor: () => true },
  { page: 'scenario', label: 'pages.scenario', isFor: () => true },
  { page: 'agreements', label: 'pages.agreements', isFor: () => true },
  { page: 'plans', label: 'pages.plans', isFor: () => true },
  { page: 'stories', label: 'pages.stories', isFor: () => true },
  { page: 'convergence', label: 'pages.convergence', isFor: () => true },
  { page: 'award', label: 'pages.award', isFor: () => true },
  { page: 'work', label: 'pages.work', isFor: isMember },
  { page: 'import', label: 'pages.import', isFor: isMember },
  { page: 'review', label: 'pages.review', isFor: isModerating },
  { page: 'journal', label: 'pages.journal', isFor: (role) => role === 'admin' },
  { page: 'people', label: 'pages.people', isFor: (role) => role === 'admin' },
]
