import type { Language } from '../../data/model/words.ts'
import { panel as panelEn } from './en/panel.ts'
import { shell as shellEn } from './en/shell.ts'
import { panel as panelId } from './id/panel.ts'
import { shell as shellId } from './id/shell.ts'

const id = { ...shellId, ...panelId }

/** A sentence of the screens; Indonesian is the source, English the translation. */
export type TextKey = keyof typeof id
export type Catalogue = { readonly [K in TextKey]: string }

/** ICU messages by language, merged from one file an area of the screen. */
export const TEXT: { readonly [L in Language]: Catalogue } = { id, en: { ...shellEn, ...panelEn } }

/** Number and date formats; English keeps day before month, as Indonesian does. */
export const LOCALES: { readonly [L in Language]: string } = { id: 'id-ID', en: 'en-GB' }
