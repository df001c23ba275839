import type { SearchHit } from '../../data/model/answers.ts'
import type { View } from '../view.ts'
import type { Command } from './commands.ts'

/** A question that was typed, with where it leads. */
export type AskedItem = {
  readonly type: 'ask'
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly view: View
  readonly place: SearchHit | null
}
type CommandItem = { readonly type: 'command'; readonly id: string; readonly title: string; readonly command: Command }
type HitItem = { readonly type: 'hit'; readonly id: string; readonly title: string; readonly hit: SearchHit }
export type Item = AskedItem | CommandItem | HitItem

export type ItemGroup = { readonly name: 'ask' | 'do' | 'page' | SearchHit['kind']; readonly items: readonly Item[] }

/** Hits by kind; the kind of the best hit comes first, and within a kind the best stays first. */
export const groupHits = (hits: readonly SearchHit[]): readonly ItemGroup[] =>
  [...new Set(hits.map(({ kind }) => kind))].map((kind) => ({
    name: kind,
    items: hits
      .filter((hit) => hit.kind === kind)
      .map((hit): Item => ({ type: 'hit', id: `${kind} ${hit.id}`, title: hit.title, hit })),
  }))

export const groupCommands = (name: 'do' | 'page', commands: readonly Command[]): readonly ItemGroup[] =>
  commands.length === 0
    ? []
    : [{ name, items: commands.map((command) => ({ type: 'command', id: command.id, title: command.label, command })) }]
