import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { matching as english } from '../text/en/matching.ts'
import { matching as indonesian } from '../text/id/matching.ts'

/** Adds the sentences of matching. */
export const MatchingTexts = ({ children }: { readonly children: ReactNode }) => {
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
