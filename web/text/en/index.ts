import type { Catalogue } from '../index.ts'
import { card } from './card.ts'
import { panel } from './panel.ts'
import { record } from './record.ts'
import { shell } from './shell.ts'
import { table } from './table.ts'

/** The translation of every sentence of the screens. */
export const english: Catalogue = { ...shell, ...panel, ...card, ...record, ...table }
