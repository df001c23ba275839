import type { Words } from '../../data/model/words.ts'
import { badRequest, quote, type Refusal } from '../problems.ts'

/** The 400 of a filter; `words` say what is wrong and what to write instead. */
export const filterRefusal = ({ id, en }: Words): Refusal =>
  badRequest({ id: `Filter tidak dapat dibaca. ${id}`, en: `The filter cannot be read. ${en}` })

/** What stands at a place of a text; `expected` says what should. */
export const unexpected = (text: string, at: number, expected: Words): Refusal => {
  const rest = text.slice(at, at + 30)
  return filterRefusal({
    id: `Pada karakter ${at + 1}${rest === '' ? ' (akhir teks)' : `, ${quote(rest)}`}: seharusnya ${expected.id}.`,
    en: `At character ${at + 1}${rest === '' ? ' (the end)' : `, ${quote(rest)}`}: expected ${expected.en}.`,
  })
}

export const tooLarge = (): Refusal =>
  filterRefusal({
    id: 'Terlalu panjang atau terlalu bertingkat. Bagi menjadi beberapa permintaan.',
    en: 'It is too long or nested too deeply. Divide it into several requests.',
  })
