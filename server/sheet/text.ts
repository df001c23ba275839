import type { BoundaryStatus } from '../../data/model/answers.ts'
import type { Language } from '../../data/model/words.ts'
import { numberText } from './numbers.ts'

type SheetText = {
  readonly version: (seq: number) => string
  readonly boundaries: { readonly [K in BoundaryStatus['kind']]: string }
  readonly sample: string
}

/** The words of printed things, whole in both languages. */
export const SHEET_TEXT: { readonly [L in Language]: SheetText } = {
  id: {
    version: (seq) => `versi data ${numberText(seq, 'id')}`,
    boundaries: { indicative: 'batas indikatif', estimated: 'batas perkiraan' },
    sample: 'memuat data contoh',
  },
  en: {
    version: (seq) => `data version ${numberText(seq, 'en')}`,
    boundaries: { indicative: 'indicative boundaries', estimated: 'estimated boundaries' },
    sample: 'contains sample data',
  },
}
