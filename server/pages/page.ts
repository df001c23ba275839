import type { Names } from '../../data/model/fact_words.ts'
import type { Language } from '../../data/model/words.ts'
import type { World } from '../world.ts'
import type { Html } from './html.ts'
import type { Site } from './site.ts'

/** A page that everyone may read, whole without a script. */
export type PublicPage = {
  /** Its address without a language. */
  readonly path: string
  readonly language: Language
  readonly title: string
  readonly description: string
  readonly type: 'website' | 'article' | 'profile'
  /** schema.org. */
  readonly data: readonly object[]
  /** Descriptions of the same for programs, by their path. */
  readonly links?: readonly { readonly rel: string; readonly type: string; readonly href: string }[]
  readonly main: Html
  /** The search part of the view that its picture shows. */
  readonly view: Readonly<Record<string, string>>
  readonly isSample: boolean
}

/** For whom a page is made: what everyone may see, the language, and the ISO day that ages are counted to. */
export type Reader = {
  readonly world: World
  readonly site: Site
  readonly language: Language
  readonly today: string
}

/** The reader's names for what records name by id or code. */
export const namesFor = ({ world, language }: Pick<Reader, 'world' | 'language'>): Names => ({
  language,
  organisation: (id) => world.everyone.find('organisation', id)?.record.name ?? id,
  place: world.geography.nameOf,
  theme: (id) => world.themes.find((one) => one.id === id)?.label[language] ?? id,
  urusan: (id) => world.urusan.find((one) => one.id === id)?.label[language] ?? id,
})

/** The region that a record's picture shows: its own, else the regency of the first place it names or reaches. */
export const regionShown = (
  { region, codes }: { readonly region?: string | undefined; readonly codes: readonly string[] },
  { geography }: World,
): Readonly<Record<string, string>> => {
  const found = [region, ...codes.map((code) => code.slice(0, 5))].find((code) => code && geography.find(code))
  return found ? { region: found } : {}
}

const LONGEST = 180
/** A description on one line, cut at a word. */
export const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')} ...`
}
