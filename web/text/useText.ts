import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Language } from '../../data/model/words.ts'
import { LOCALES, type TextKey } from './index.ts'

export type Values = { readonly [name: string]: string | number }

/** No-break space: a figure and its sign stay on one line. */
const NBSP = '\u00a0'

/** One format of each language for good: making one takes 29 to 43 µs, using it less than one. */
const once = <Format>(make: (locale: string) => Format): ((language: Language) => Format) => {
  const made = new Map<Language, Format>()
  return (language) => {
    const format = made.get(language) ?? make(LOCALES[language])
    made.set(language, format)
    return format
  }
}

const shareFormat = once(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
)
const countFormat = once((locale) => new Intl.NumberFormat(locale))
const dateFormat = once((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }))

/** 0.209 -> "20,9 %" or "20.9%". */
export const formatShare = (share: number, language: Language): string => {
  const number = shareFormat(language).format(share * 100)
  return language === 'id' ? `${number}${NBSP}%` : `${number}%`
}

export const formatCount = (count: number, language: Language): string => countFormat(language).format(count)

/** An ISO time or date -> "8 Mei 2024" or "8 May 2024". */
export const formatDate = (iso: string, language: Language): string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : dateFormat(language).format(date)
}

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
