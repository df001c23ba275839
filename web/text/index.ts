import type { Language } from '../../data/model/words.ts'
import { about as aboutEn } from './en/about.ts'
import { card as cardEn } from './en/card.ts'
import { panel as panelEn } from './en/panel.ts'
import { record as recordEn } from './en/record.ts'
import { search as searchEn } from './en/search.ts'
import { shell as shellEn } from './en/shell.ts'
import { table as tableEn } from './en/table.ts'
import { about as aboutId } from './id/about.ts'
import { card as cardId } from './id/card.ts'
import { panel as panelId } from './id/panel.ts'
import { record as recordId } from './id/record.ts'
import { search as searchId } from './id/search.ts'
import { shell as shellId } from './id/shell.ts'
import { table as tableId } from './id/table.ts'

const id = { ...shellId, ...panelId, ...cardId, ...recordId, ...searchId, ...tableId, ...aboutId }

/** A sentence of the screens; Indonesian is the source, English the translation. */
export type TextKey = keyof typeof id
export type Catalogue = { readonly [K in TextKey]: string }

/** ICU messages by language, merged from one file an area of the screen. */
export const TEXT: { readonly [L in Language]: Catalogue } = {
  id,
  en: { ...shellEn, ...panelEn, ...cardEn, ...recordEn, ...searchEn, ...tableEn, ...aboutEn },
}

/** Number and date formats; English keeps day before month, as Indonesian does. */
export const LOCALES: { readonly [L in Language]: string } = { id: 'id-ID', en: 'en-GB' }
