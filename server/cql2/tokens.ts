import { LIMITS } from './expression.ts'
import { tooLarge, unexpected } from './refusal.ts'

/** `word` is a name or a keyword, `name` a name in double quotes, `mark` an operator or a bracket. */
export type Token = {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'mark' | 'end'
  readonly value: string
  readonly at: number
}

const SPACE = /\s*/y
const WORD = /[\p{L}_:][\p{L}\p{N}_:.]*/uy
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const TEXT = /'((?:[^'\\]|''|\\.)*)'/sy
const NAME = /"((?:[^"]|"")*)"/sy
const MARK = /<>|<=|>=|[=<>(),+-]/y

const UNCLOSED = { id: 'tanda kutip penutup', en: 'a closing quotation mark' }
const UNKNOWN = {
  id: 'nama, nilai, atau tanda seperti = < > ( ) ,',
  en: 'a name, a value, or a mark such as = < > ( ) ,',
}

/** The words of a filter text, in order, with an end; throws a refusal where there is none. */
export const tokensOf = (text: string): readonly Token[] => {
  if (text.length > LIMITS.length) throw tooLarge()
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  for (;;) {
    at += take(SPACE)![0].length
    if (at >= text.length) return [...tokens, { kind: 'end', value: '', at }]
    const push = (kind: Token['kind'], found: RegExpExecArray, value = found[0]) => {
      tokens.push({ kind, value, at })
      at += found[0].length
    }
    const [word, number, quoted, name, mark] = [take(WORD), take(NUMBER), take(TEXT), take(NAME), take(MARK)]
    if (word) push('word', word)
    else if (number) push('number', number)
    else if (quoted) push('text', quoted, quoted[1]!.replaceAll("''", "'").replaceAll("\\'", "'"))
    else if (name) push('name', name, name[1]!.replaceAll('""', '"'))
    else if (mark) push('mark', mark)
    else throw unexpected(text, at, text[at] === "'" || text[at] === '"' ? UNCLOSED : UNKNOWN)
  }
}
