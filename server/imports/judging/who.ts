import type { Activity, Role } from '../../../data/model/activity.ts'
import type { ImportField, RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import { foldName, partsOf, readName, readNames } from '../../../data/model/reading/names.ts'
import { quoted, type Reading } from '../../../data/model/reading/reading.ts'
import type { Words } from '../../../data/model/words.ts'
import { nearMatches } from '../../near.ts'
import type { Cell, RowCells } from './cells.ts'
import type { Known } from './known.ts'
import type { Plan } from './plan.ts'
import { type Settled, say, settle, settled } from './settle.ts'

type Organisations = Activity['organisations']
type Parties = Settled<Organisations> & {
  /** What could not become a party, for the note. */
  readonly beside: readonly string[]
}

const NO_PARTNER: Words = {
  id: 'Mitra pelaksana kosong. Isi namanya, atau pilih satu mitra untuk seluruh berkas.',
  en: 'No implementing partner is given. Write its name, or choose one for the whole file.',
}
const NO_OWN: Words = {
  id: 'Akun Anda tidak terikat pada lembaga. Mintalah Sekber mengaitkannya.',
  en: 'Your account belongs to no organisation. Ask Sekber to attach it to one.',
}
const unknownPartner = (text: string): Words => ({
  id: `Lembaga ${quoted(text)} tidak dikenal di Bentang. Pilih dari daftar, atau minta Sekber menambahkannya.`,
  en: `The organisation ${quoted(text)} is not known here. Choose from the list, or ask Sekber to add it.`,
})
const notYours = (text: string): Words => ({
  id: `Baris ini atas nama ${quoted(text)}, bukan lembaga Anda. Tambahkan lembaga Anda bila ikut, atau kosongkan bila ini pekerjaan Anda sendiri.`,
  en: `This row is in the name of ${quoted(text)}, not of your organisation. Add yours if it takes part, or empty the cell if the work is your own.`,
})
const onlyNoted = (role: Words, text: string): Words => ({
  id: `${role.id} ${quoted(text)} belum tercatat di Bentang; disimpan dalam catatan kegiatan.`,
  en: `The ${role.en} ${quoted(text)} is not on record here; it is kept in the note of the activity.`,
})

const nearOrganisations = (text: string, column: string, { organisations }: Known): readonly RowRemedy[] => {
  const near = nearMatches(foldName(text), [...organisations.keys()])
  return near.flatMap((key) =>
    (organisations.get(key) ?? []).map(({ names, words }) => ({ words, given: { [column]: names[0]! } })),
  )
}

const readOrganisations =
  ({ organisations }: Known) =>
  (text: string): Reading<readonly string[]> => {
    // A name may hold commas of its own.
    const whole = readName(text, organisations, unknownPartner(text))
    if (whole.kind === 'value') return { kind: 'value', value: [whole.value] }
    return readNames(text, (part) => readName(part, organisations, unknownPartner(part)), unknownPartner(text))
  }

const implementers = (ids: readonly string[]): Organisations => ids.map((id) => ({ id, role: 'implementer' }))

const joinRemedies = ({ column, text }: Cell, own: string): readonly RowRemedy[] => [
  { words: { id: `Tambahkan ${own}`, en: `Add ${own}` }, given: { [column]: `${text}; ${own}` } },
  { words: { id: `Hanya ${own}`, en: `Only ${own}` }, given: { [column]: own } },
]

const nameOf = ({ organisations }: Known, id: string): string =>
  [...organisations.values()].flat().find(({ value }) => value === id)?.names[0] ?? id

/** Those who do the work; a partner's own organisation has to be among them. */
const implementersOf = (row: RowCells, known: Known, { defaults }: Plan): Settled<Organisations> => {
  const { isSekber, caller } = known
  const cells = row.of('partner')
  const own = isSekber ? defaults.organisation : caller.organisation
  if (!isSekber && own === null) return { value: null, findings: [say('error', 'organisations', 'missing', NO_OWN)] }
  if (cells.length === 0)
    return own
      ? settled(implementers([own]))
      : { value: null, findings: [say('error', 'organisations', 'missing', NO_PARTNER)] }
  const cell: Cell = { ...cells[0]!, text: cells.map(({ text }) => text).join('; ') }
  const named = settle('organisations', cell, readOrganisations(known), (text) =>
    partsOf(text).flatMap((part) => nearOrganisations(part, cell.column, known)),
  )
  if (!named.value) return { value: null, findings: named.findings }
  if (isSekber || named.value.includes(own!)) return settled(implementers(named.value))
  const remedies = joinRemedies(cell, nameOf(known, own!))
  return {
    value: null,
    findings: [say('error', 'organisations', 'organisation', notYours(cell.text), cell.column, remedies)],
  }
}

const ASIDE: readonly { readonly field: ImportField; readonly role: Role; readonly words: Words }[] = [
  { field: 'funder', role: 'funder', words: { id: 'Pendana', en: 'funder' } },
  { field: 'supporter', role: 'support', words: { id: 'Pendukung', en: 'supporter' } },
]

type Aside = {
  readonly parties: Organisations
  readonly findings: readonly RowFinding[]
  readonly beside: readonly string[]
}

/** Funders and supporters: those on record take part, others are kept as words. */
const asideOf = (row: RowCells, known: Known): Aside => {
  const found = ASIDE.flatMap(({ field, role, words }) =>
    row.of(field).map(({ text, column }): Aside => {
      const reading = readOrganisations(known)(text)
      if (reading.kind === 'value')
        return { parties: reading.value.map((id) => ({ id, role })), findings: [], beside: [] }
      const finding = say(
        'warning',
        'organisations',
        'unknown',
        onlyNoted(words, text),
        column,
        nearOrganisations(text, column, known),
      )
      return { parties: [], findings: [finding], beside: [`${words.id}: ${text}`] }
    }),
  )
  return {
    parties: found.flatMap(({ parties }) => parties),
    findings: found.flatMap(({ findings }) => findings),
    beside: found.flatMap(({ beside }) => beside),
  }
}

/** Everybody who takes part, each once in each role. */
export const partiesOf = (row: RowCells, known: Known, plan: Plan): Parties => {
  const main = implementersOf(row, known, plan)
  const { parties, findings, beside } = asideOf(row, known)
  const all = [...(main.value ?? []), ...parties]
  const once = all.filter(({ id, role }, at) => all.findIndex((other) => other.id === id && other.role === role) === at)
  return { value: main.value && once, findings: [...main.findings, ...findings], beside }
}
