import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { work as english } from '../text/en/work.ts'
import { work as indonesian } from '../text/id/work.ts'

/** Adds the sentences of one's own work and of its history. */
export const WorkTexts = ({ children }: { readonly children: ReactNode }) => {
  const { locale, messages } = useIntl()
  const all = useMemo(
    () => ({ ...messages, ...(locale.startsWith('en') ? english : indonesian) }) as Record<string, string>,
    [locale, messages],
  )
  return (
    <IntlProvider locale={locale} messages={all}>
      {children}
    </IntlProvider>
  )
}
