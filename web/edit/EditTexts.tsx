import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { edit as english } from '../text/en/edit.ts'
import { edit as indonesian } from '../text/id/edit.ts'

/** Adds the sentences of marking, which the first screen does without. */
export const EditTexts = ({ children }: { readonly children: ReactNode }) => {
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
