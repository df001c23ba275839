import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Misuse } from './verb.ts'

/** The options of a verb by name; throws Misuse when something else was given. */
export const readOptions = <O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<{ options: O }>>['values'] => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch {
    const given = args.join(' ')
    throw new Misuse({ id: `Tidak dimengerti: "${given}".`, en: `Not understood: "${given}".` })
  }
}
