import { LIMITS } from './expression.ts'
import { filterRefusal, tooLarge } from './refusal.ts'
import { parseText } from './text.ts'

/** How a filter is written. `cql-text` is what GDAL calls the text. */
export const LANGUAGES = ['cql2-text', 'cql2-json', 'cql-text'] as const
export type FilterLanguage = (typeof LANGUAGES)[number]

/** Refuses what is nested deeper or holds more than any filter needs, before anything walks through it. */
const measure = (value: unknown): void => {
  let level: readonly unknown[] = [value]
  let parts = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    parts += level.length
    if (depth > 2 * LIMITS.depth || parts > LIMITS.parts + 4 * LIMITS.positions) throw tooLarge()
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
}

const readJson = (text: string): unknown => {
  if (text.length > LIMITS.length) throw tooLarge()
  try {
    return JSON.parse(text)
  } catch {
    throw filterRefusal({
      id: 'Teksnya bukan JSON. Kirim CQL2 JSON, atau tulis filter-lang=cql2-text.',
      en: 'The text is not JSON. Send CQL2 JSON, or write filter-lang=cql2-text.',
    })
  }
}

/** A filter as an expression whose names, types and geometries are still to be judged. */
export const readFilter = (text: string, language: FilterLanguage): unknown => {
  const expression = language === 'cql2-json' ? readJson(text) : parseText(text)
  measure(expression)
  return expression
}
