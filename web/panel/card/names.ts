import type { ContextAnswer } from '../../../data/model/answers.ts'
import type { Language } from '../../../data/model/words.ts'
import { LOCALES } from '../../text/index.ts'

/** An id without a record behind it is still shown, as it stands. */
export const organisationName = (context: Pick<ContextAnswer, 'organisations'>, id: string): string =>
  context.organisations.find((organisation) => organisation.id === id)?.name ?? id

export const themeName = (context: Pick<ContextAnswer, 'themes'>, id: string, language: Language): string =>
  context.themes.find((theme) => theme.id === id)?.label[language] ?? id

export const urusanName = (context: Pick<ContextAnswer, 'urusan'>, id: string, language: Language): string =>
  context.urusan.find((urusan) => urusan.id === id)?.label[language] ?? id

/** "A, B, dan C" or "A, B and C". */
export const enumerate = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names)
