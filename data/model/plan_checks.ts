import type { Plan, PlanAction } from './plan.ts'
import type { Words } from './words.ts'
import type { Finding, Severity } from './work.ts'

/** Ten trillion rupiah: several years of a regency's whole budget. */
const MOST_IDR = 10_000_000_000_000
const MOST_PEOPLE = 1_000_000

const say = (field: string, name: string, words: Words, severity: Severity = 'error'): Finding => ({
  field,
  severity,
  name,
  words,
})

const nameOf = ({ what, id }: PlanAction): string => what || id

/** One way around a circle of dependencies, as ids; null where there is none. */
export const findCycle = (actions: readonly Pick<PlanAction, 'id' | 'dependsOn'>[]): readonly string[] | null => {
  const needs = new Map(actions.map(({ id, dependsOn }) => [id, dependsOn]))
  const settled = new Set<string>()
  const walk = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return path.slice(path.indexOf(id))
    if (settled.has(id)) return null
    for (const before of needs.get(id) ?? []) {
      const found = walk(before, [...path, id])
      if (found) return found
    }
    settled.add(id)
    return null
  }
  for (const { id } of actions) {
    const found = walk(id, [])
    if (found) return found
  }
  return null
}

const cycleOf = (actions: readonly PlanAction[]): Finding[] => {
  const cycle = findCycle(actions)
  if (!cycle) return []
  const at = actions.findIndex(({ id }) => id === cycle[0])
  const names = cycle.map((id) => `"${nameOf(actions.find((one) => one.id === id)!)}"`)
  const round = [...names, names[0]].join(' → ')
  return [
    say(`actions.${at}.dependsOn`, 'cycle', {
      id: `Aksi saling menunggu: ${round}. Hapus salah satu ketergantungannya.`,
      en: `Actions wait for each other: ${round}. Remove one of these dependencies.`,
    }),
  ]
}

const timesOf = ({ period: { start, end }, ...action }: PlanAction, field: string): Finding[] =>
  end !== null && end !== '' && start !== '' && end < start
    ? [
        say(`${field}.period.end`, 'backwards', {
          id: `"${action.what}" selesai sebelum mulai. Ubah salah satu tanggalnya.`,
          en: `"${action.what}" ends before it begins. Change one of the dates.`,
        }),
      ]
    : []

const dependenciesOf = (action: PlanAction, field: string, actions: readonly PlanAction[]): Finding[] =>
  action.dependsOn.flatMap((id, at): Finding[] => {
    const before = actions.find((one) => one.id === id)
    if (!before)
      return [
        say(`${field}.dependsOn.${at}`, 'unknown', {
          id: `"${nameOf(action)}" menunggu aksi "${id}" yang tidak ada dalam rencana ini. Pilih dari daftar.`,
          en: `"${nameOf(action)}" waits for action "${id}", which is not in this plan. Choose from the list.`,
        }),
      ]
    const { end } = before.period
    if (end === null || action.period.start > end) return []
    return [
      say(
        `${field}.period.start`,
        'too_early',
        {
          id: `"${nameOf(action)}" mulai sebelum "${nameOf(before)}" selesai.`,
          en: `"${nameOf(action)}" begins before "${nameOf(before)}" has ended.`,
        },
        'warning',
      ),
    ]
  })

const progressOf = ({ what, progress }: PlanAction, field: string): Finding[] =>
  progress && !(progress.percent >= 0 && progress.percent <= 100)
    ? [
        say(`${field}.progress.percent`, 'range', {
          id: `Kemajuan "${what}" harus antara 0 dan 100 persen.`,
          en: `The progress of "${what}" must be between 0 and 100 per cent.`,
        }),
      ]
    : []

const amountsOf = ({ what, resources }: PlanAction, field: string): Finding[] =>
  resources.flatMap(({ kind, amount }, at): Finding[] => {
    if (amount === undefined) return []
    const most = kind === 'money' ? MOST_IDR : kind === 'people' ? MOST_PEOPLE : Number.POSITIVE_INFINITY
    const isWhole = kind !== 'people' || Number.isInteger(amount)
    if (amount >= 0 && amount <= most && isWhole) return []
    return [
      say(`${field}.resources.${at}.amount`, 'amount', {
        id: `Jumlah sumber daya "${what}" tidak masuk akal. Tulis nol atau lebih, orang dalam bilangan bulat, dan periksa jumlah nolnya.`,
        en: `An amount of "${what}" makes no sense. Write zero or more, people as a whole number, and check the zeros.`,
      }),
    ]
  })

const idsOf = (actions: readonly PlanAction[]): Finding[] =>
  actions.flatMap(({ id }, at) =>
    /^[a-z0-9-]{1,60}$/.test(id) && actions.findIndex((one) => one.id === id) === at
      ? []
      : [
          say(`actions.${at}.id`, 'form', {
            id: `Aksi ke-${at + 1} perlu id sendiri: huruf kecil, angka, tanda hubung.`,
            en: `Action ${at + 1} needs an id of its own: lower case letters, digits, hyphens.`,
          }),
        ],
  )

/** What can be said of a plan by itself. An error keeps it from being saved, a warning does not. */
export const findingsOf = ({ actions }: Pick<Plan, 'actions'>): readonly Finding[] => [
  ...idsOf(actions),
  ...cycleOf(actions),
  ...actions.flatMap((action, at) => {
    const field = `actions.${at}`
    return [
      ...timesOf(action, field),
      ...dependenciesOf(action, field, actions),
      ...progressOf(action, field),
      ...amountsOf(action, field),
    ]
  }),
]
