import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import { pages as english } from '../text/en/pages.ts'
import { people as englishPeople } from '../text/en/people.ts'
import { pages as indonesian } from '../text/id/pages.ts'
import { people as indonesianPeople } from '../text/id/people.ts'

/** Adds the sentences of the screens besides the map. */
export const PageTexts = ({ children }: { readonly children: ReactNode }) => {
  const { locale, messages } = useIntl()
  const all = useMemo(() => {
    const own = locale.startsWith('en') ? { ...english, ...englishPeople } : { ...indonesian, ...indonesianPeople }
    return { ...messages, ...own } as Record<string, string>
  }, [locale, messages])
  return (
    <IntlProvider locale={locale} messages={all}>
      {children}
    </IntlProvider>
  )
}
