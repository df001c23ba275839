import { useEffect, useReducer } from 'react'
import type { Language } from '../../data/model/words.ts'
import { type Catalogue, findTexts, loadTexts } from './index.ts'

/** The sentences of a language; null while they are on their way. */
export const useTexts = (language: Language): Catalogue | null => {
  const [, arrived] = useReducer((count: number) => count + 1, 0)
  const texts = findTexts(language)
  useEffect(() => {
    if (texts) return
    loadTexts(language).then(arrived, () => undefined)
  }, [language, texts])
  return texts
}
