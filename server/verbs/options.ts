import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Misuse } from './verb.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Given<O extends Options> = {
  readonly values: ReturnType<typeof parseArgs<{ options: O }>>['values']
  readonly words: readonly string[]
}

/** The options of a verb by name, and up to so many words beside them; throws Misuse when something else was given. */
export const readWords = <O extends Options>(args: readonly string[], options: O, most: number): Given<O> => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: most > 0 })
    if (positionals.length <= most) return { values, words: positionals }
  } catch {
    // Said below, as what is too much.
  }
  const given = args.join(' ')
  throw new Misuse({ id: `Tidak dimengerti: "${given}".`, en: `Not understood: "${given}".` })
}

/** The options of a verb by name; throws Misuse when something else was given. */
export const readOptions = <O extends Options>(args: readonly string[], options: O): Given<O>['values'] =>
  readWords(args, options, 0).values
