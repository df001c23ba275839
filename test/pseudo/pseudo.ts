import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'

/** How much longer than English a language may be. */
const LONGER = 0.3
const PADDING = '˙˙˙˙˙ '

const lengthen = (text: string): string => {
  const more = Math.ceil(text.trim().length * LONGER)
  return `${text}${PADDING.repeat(Math.ceil(more / PADDING.length)).slice(0, more)}`
}

const disguise = (elements: MessageFormatElement[]): MessageFormatElement[] =>
  elements.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: lengthen(element.value) }
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element
    const options = Object.entries(element.options).map(([name, { value, ...rest }]) => [
      name,
      { ...rest, value: disguise(value) },
    ])
    return { ...element, options: Object.fromEntries(options) } as MessageFormatElement
  })

/** Every sentence of a catalogue in brackets and a third longer, its values as they were: what stands on a screen without brackets came from no catalogue. */
export const pseudo = <T extends Readonly<Record<string, string>>>(catalogue: T): T =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, message]) => [key, `⟦${printAST(disguise(parse(message)))}⟧`]),
  ) as T
