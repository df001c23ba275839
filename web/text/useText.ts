import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Language } from '../../data/model/words.ts'
import { LOCALES, type TextKey } from './index.ts'

export type Values = { readonly [name: string]: string | number }

/** No-break space: a figure and its sign stay on one line. */
const NBSP = '\u00a0'

/** 0.209 -> "20,9 %" or "20.9%". */
export const formatShare = (share: number, language: Language): string => {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const number = (share * 100).toLocaleString(LOCALES[language], digits)
  return language === 'id' ? `${number}${NBSP}%` : `${number}%`
}

export const formatCount = (count: number, language: Language): string => count.toLocaleString(LOCALES[language])

/** An ISO time or date -> "8 Mei 2024" or "8 May 2024". */
export const formatDate = (iso: string, language: Language): string =>
  new Date(iso).toLocaleDateString(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' })

/** The language of the screen with everything that is said in it. */
export const useText = () => {
  const intl = useIntl()
  return useMemo(() => {
    const language: Language = intl.locale.startsWith('en') ? 'en' : 'id'
    return {
      language,
      say: (key: TextKey, values?: Values): string => intl.formatMessage({ id: key }, { ...values }),
      count: (value: number) => formatCount(value, language),
      share: (value: number) => formatShare(value, language),
      date: (iso: string) => formatDate(iso, language),
    }
  }, [intl])
}

export type Text = ReturnType<typeof useText>
