import { ARRAYS, COMPARISONS, type Expression, FOLDS, LIMITS, SPATIAL, TEMPORAL } from './expression.ts'
import { readGeometry } from './geometry_text.ts'
import { tooLarge, unexpected } from './refusal.ts'
import { type Token, tokensOf } from './tokens.ts'

const KEYWORDS = ['and', 'or', 'not', 'like', 'ilike', 'between', 'in', 'is', 'null', 'true', 'false']
const FUNCTIONS: readonly string[] = [...SPATIAL, ...TEMPORAL, ...ARRAYS]
const INSTANTS = ['date', 'timestamp']

/** Walks through the words of a filter. */
export type Reader = {
  readonly peek: () => Token
  readonly next: () => Token
  /** Takes the next one if it is this mark, or this word in whatever case. */
  readonly takes: (value: string) => boolean
  readonly requires: (value: string) => void
  readonly fail: (id: string, en: string) => never
}

const readerOf = (text: string): Reader => {
  const tokens = tokensOf(text)
  let at = 0
  const peek = () => tokens[at]!
  const next = () => {
    const token = tokens[at]!
    if (token.kind !== 'end') at += 1
    return token
  }
  const takes = (value: string) => {
    const { kind, value: found } = peek()
    const isIt = (kind === 'mark' && found === value) || (kind === 'word' && found.toLowerCase() === value)
    if (isIt) next()
    return isIt
  }
  const fail = (id: string, en: string): never => {
    throw unexpected(text, peek().at, { id, en })
  }
  const requires = (value: string) => {
    if (!takes(value)) fail(`"${value}"`, `"${value}"`)
  }
  return { peek, next, takes, requires, fail }
}

const negated = (isNot: boolean, expression: Expression): Expression =>
  isNot ? { op: 'not', args: [expression] } : expression

/** CQL2 text as an expression; throws a refusal that names the character where it cannot be read. */
export const parseText = (text: string): Expression => {
  const reader = readerOf(text)
  const { peek, next, takes, requires, fail } = reader
  let depth = 0
  const deeper = <T>(read: () => T): T => {
    depth += 1
    if (depth > LIMITS.depth) throw tooLarge()
    const found = read()
    depth -= 1
    return found
  }

  const listOf = (read: () => Expression): readonly Expression[] => {
    const items = [read()]
    while (takes(',')) items.push(read())
    return items
  }
  const inBrackets = <T>(read: () => T): T => {
    requires('(')
    const found = deeper(read)
    requires(')')
    return found
  }
  const array = (): readonly Expression[] => {
    requires('(')
    if (takes(')')) return []
    const items = deeper(() => listOf(operand))
    requires(')')
    return items
  }
  const number = (): number => {
    const isBelow = takes('-')
    if (!isBelow) takes('+')
    const { kind, value } = peek()
    if (kind !== 'number') fail('bilangan', 'a number')
    next()
    return isBelow ? -Number(value) : Number(value)
  }
  const quoted = (): string => {
    const { kind, value } = peek()
    if (kind !== 'text')
      fail("teks dalam tanda kutip tunggal, misalnya '2026-01-01'", "a text in single quotes, such as '2026-01-01'")
    next()
    return value
  }
  const instant = (kind: string): Expression =>
    inBrackets(() => (kind === 'date' ? { date: quoted() } : { timestamp: quoted() }))

  /** A function, a literal that looks like one, or a property. */
  const named = (): Expression => {
    const { kind, value } = peek()
    const word = value.toLowerCase()
    if (kind === 'word' && KEYWORDS.includes(word) && word !== 'true' && word !== 'false')
      fail('nama kolom atau nilai', 'the name of a property or a value')
    next()
    if (kind === 'name') return { property: value }
    if (word === 'true' || word === 'false') return word === 'true'
    const isCall = peek().kind === 'mark' && peek().value === '('
    if (isCall && INSTANTS.includes(word)) return instant(word)
    if (isCall && word === 'interval') return { interval: inBrackets(() => listOf(operand)) }
    if (isCall && word === 'bbox') return { bbox: inBrackets(() => listOf(number)) as readonly number[] }
    const geometry = readGeometry(word, reader)
    if (geometry) return geometry
    if (!isCall) return { property: value }
    if (FUNCTIONS.includes(word) || (FOLDS as readonly string[]).includes(word))
      return { op: word, args: inBrackets(() => listOf(operand)) }
    return fail(
      `fungsi yang dikenal di depan kurung: ${[...FUNCTIONS, ...FOLDS].join(', ')}`,
      `a known function before the bracket: ${[...FUNCTIONS, ...FOLDS].join(', ')}`,
    )
  }

  const operand = (): Expression => {
    const { kind, value } = peek()
    if (kind === 'text') return quoted()
    if (kind === 'number' || (kind === 'mark' && (value === '-' || value === '+'))) return number()
    if (kind === 'mark' && value === '(') return array()
    if (kind === 'word' || kind === 'name') return deeper(named)
    return fail('nama kolom atau nilai', 'the name of a property or a value')
  }

  const predicate = (): Expression => {
    const left = operand()
    const { kind, value } = peek()
    const comparison = kind === 'mark' ? COMPARISONS.find((op) => op === value) : undefined
    if (comparison) {
      next()
      return { op: comparison, args: [left, operand()] }
    }
    if (takes('is')) {
      const isNot = takes('not')
      requires('null')
      return negated(isNot, { op: 'isNull', args: [left] })
    }
    const isNot = takes('not')
    if (takes('like')) return negated(isNot, { op: 'like', args: [left, operand()] })
    // Not of the standard, but what GDAL writes for a comparison without regard to case.
    if (takes('ilike'))
      return negated(isNot, {
        op: 'like',
        args: [
          { op: 'casei', args: [left] },
          { op: 'casei', args: [operand()] },
        ],
      })
    if (takes('between')) {
      const low = operand()
      requires('and')
      return negated(isNot, { op: 'between', args: [left, low, operand()] })
    }
    if (takes('in')) return negated(isNot, { op: 'in', args: [left, array()] })
    if (isNot) fail('LIKE, BETWEEN, atau IN', 'LIKE, BETWEEN or IN')
    return left
  }

  const factor = (): Expression => {
    if (takes('not')) return { op: 'not', args: [deeper(factor)] }
    const { kind, value } = peek()
    return kind === 'mark' && value === '(' ? inBrackets(either) : predicate()
  }
  const joined = (op: 'and' | 'or', read: () => Expression): Expression => {
    const parts = [read()]
    while (takes(op)) parts.push(read())
    return parts.length === 1 ? parts[0]! : { op, args: parts }
  }
  const both = (): Expression => joined('and', factor)
  const either = (): Expression => joined('or', both)

  const expression = either()
  if (peek().kind !== 'end') fail('AND, OR, atau akhir filter', 'AND, OR or the end of the filter')
  return expression
}
