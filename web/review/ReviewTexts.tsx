import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { review as english } from '../text/en/review.ts'
import { review as indonesian } from '../text/id/review.ts'

/** Adds the sentences of the review. */
export const ReviewTexts = ({ children }: { readonly children: ReactNode }) => {
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
