import type { Code } from '../../../data/model/codes.ts'
import type { RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import { quoted } from '../../../data/model/reading/reading.ts'
import type { Words } from '../../../data/model/words.ts'
import { foldPlace, isRelated, type Known } from './known.ts'
import { type ByName, type Coded, remedyOf } from './place.ts'
import { NOTHING, type Settled, say, settled } from './settle.ts'

const disagreeing = (texts: readonly string[]): Words => ({
  id: `${texts.join(' dan ')} menunjuk tempat yang berbeda. Pilih yang dimaksud.`,
  en: `${texts.join(' and ')} name different places. Choose the one that is meant.`,
})
const notHere = (code: Code, name: string | null): Words => ({
  id: `${code}${name ? ` (${name})` : ''} tidak termasuk wilayah Bentang ini. Periksa kodenya.`,
  en: `${code}${name ? ` (${name})` : ''} is not among the places of this Bentang. Check the code.`,
})
const several = (text: string): Words => ({
  id: `Ada beberapa tempat bernama ${quoted(text)}. Pilih yang dimaksud.`,
  en: `Several places are called ${quoted(text)}. Choose the one that is meant.`,
})

/** The finest of places that lie in each other; null where two do not. */
const finest = (codes: readonly Code[]): Code | null => {
  const [first] = [...codes].sort((a, b) => b.length - a.length)
  return first !== undefined && codes.every((code) => isRelated(first, code)) ? first : null
}

/** Settles on one place, whatever the names beside it say. */
const choose = (code: Code, { room }: Known): RowRemedy => {
  const words = `${room.world.geography.nameOf(code)} (${code})`
  return { words: { id: words, en: words }, given: { '@code': code, '@village': '', '@district': '', '@regency': '' } }
}

const MOST_OFFERED = 5

const foreignOf = (coded: readonly Coded[], { room, codes }: Known): RowFinding | null => {
  const foreign = coded.find(({ code }) => room.world.geography.find(code) === null)
  return foreign
    ? say('error', 'sites', 'outside', notHere(foreign.code, codes.nameOf(foreign.code)), foreign.cell.column)
    : null
}

/** Codes that lie apart from each other, or from every place that the name may mean. */
const conflictOf = ({ codes: names, cell }: ByName, coded: readonly Coded[], known: Known): RowFinding | null => {
  const codes = coded.map(({ code }) => code)
  const isApart = codes.length > 0 && finest(codes) === null
  const fitsNone =
    names !== null && codes.length > 0 && !names.some((name) => codes.every((code) => isRelated(name, code)))
  if (!isApart && !fitsNone) return null
  const texts = [...(fitsNone && cell ? [cell] : []), ...coded.map((one) => one.cell)].map(({ text }) => quoted(text))
  const offered = [...new Set([...codes, ...(names ?? []).slice(0, MOST_OFFERED)])]
  return say(
    'question',
    'sites',
    'disagree',
    disagreeing(texts),
    coded[0]!.cell.column,
    offered.map((code) => choose(code, known)),
  )
}

const manyOf = ({ cell, level }: ByName, names: readonly Code[], known: Known): RowFinding | null => {
  if (!cell || names.length < 2) return null
  const bearers = known.places[level].get(foldPlace(level)(cell.text)) ?? []
  const remedies = bearers.filter(({ value }) => names.includes(value)).map((one) => remedyOf(cell.column, one))
  return say('question', 'sites', 'ambiguous', several(cell.text), cell.column, remedies)
}

/** The one place that is meant by a name and by codes beside it, or what has to be asked. */
export const agree = (named: ByName, coded: readonly Coded[], known: Known): Settled<Code> => {
  const codes = coded.map(({ code }) => code)
  const fitting = (named.codes ?? []).filter((name) => codes.every((code) => isRelated(name, code)))
  const coarser = fitting.filter((name) => !codes.some((code) => code.length >= name.length))
  const finding = foreignOf(coded, known) ?? conflictOf(named, coded, known) ?? manyOf(named, coarser, known)
  if (finding) return { value: null, findings: [finding] }
  const code = finest([...codes, ...fitting.slice(0, 1)])
  return code === null ? NOTHING : settled(code)
}
