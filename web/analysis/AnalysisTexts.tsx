import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { analysis as english } from '../text/en/analysis.ts'
import { analysis as indonesian } from '../text/id/analysis.ts'

/** Adds the sentences of the analyses, which the first screen does without. */
export const AnalysisTexts = ({ children }: { readonly children: ReactNode }) => {
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
