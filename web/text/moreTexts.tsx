import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'

type Sentences = Readonly<Record<string, string>>

/** A component that adds the sentences of one part to those around it, in the reader's language: the first screen does without. */
export const moreTexts = (indonesian: Sentences, english: Sentences) => {
  const MoreTexts = ({ children }: { readonly children: ReactNode }) => {
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
  return MoreTexts
}
