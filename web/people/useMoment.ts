import { LOCALES } from '../text/index.ts'
import { useText } from '../text/useText.ts'

/** Writes an ISO moment as day and time of the reader's own clock. */
export const useMoment = () => {
  const { language } = useText()
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeStyle: 'short' })
  return (iso: string): string => format.format(new Date(iso))
}
