import { agreements as english } from '../text/en/agreements.ts'
import { agreements as indonesian } from '../text/id/agreements.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of agreements. */
export const AgreementTexts = moreTexts(indonesian, english)
