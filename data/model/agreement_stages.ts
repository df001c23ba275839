import { AGREEMENT_STAGES, type Agreement, type AgreementStage } from './agreement.ts'
import type { Words } from './words.ts'

/**
 * A column of the board: one of the six stages that forms and verdicts know, or a regency's own step within one of them.
 * `days` is how long it should take at most.
 */
export type BoardStage = {
  readonly id: string
  readonly stage: AgreementStage
  /** Null: the name of the stage itself. */
  readonly label: Words | null
  readonly days: number | null
}

/** The six stages and nothing else, for whoever has not written down its own. */
export const DEFAULT_BOARD: readonly BoardStage[] = AGREEMENT_STAGES.map((stage) => ({
  id: stage,
  stage,
  label: null,
  days: null,
}))

type Place = Pick<Agreement, 'stage'> & { readonly step?: string | undefined }

/** The column an agreement stands in: its own step, else the stage itself, else the first of its stage. The board has every stage. */
export const columnOf = ({ stage, step }: Place, board: readonly BoardStage[]): BoardStage => {
  const own = board.filter((one) => one.stage === stage)
  return own.find(({ id }) => id === step) ?? own.find(({ id }) => id === stage) ?? own[0]!
}

/** How a record says that it stands in a column; the six stages need no step of their own. */
export const placeIn = ({ id, stage }: BoardStage): { readonly stage: AgreementStage; readonly step?: string } =>
  id === stage ? { stage } : { stage, step: id }

const ID = /^[a-z0-9][a-z0-9_-]{0,39}$/
const MOST_COLUMNS = 20
const MOST_DAYS = 3_650

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 80
const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && isText((value as Words).id) && isText((value as Words).en)
const isDays = (value: unknown): boolean =>
  value === null || (Number.isInteger(value) && (value as number) > 0 && (value as number) <= MOST_DAYS)

const readColumn = (value: unknown): BoardStage | null => {
  if (typeof value !== 'object' || value === null) return null
  const { id, stage, label = null, days = null } = value as Partial<Record<keyof BoardStage, unknown>>
  const known = AGREEMENT_STAGES.find((one) => one === stage)
  const isOwn = AGREEMENT_STAGES.every((one) => one !== id || one === stage)
  if (typeof id !== 'string' || !ID.test(id) || !known || !isOwn || !isDays(days)) return null
  // A step of one's own has a name of its own.
  if (label === null ? id !== known : !isWords(label)) return null
  return { id, stage: known, label: label as Words | null, days: days as number | null }
}

/** A regency's own board; null where a column cannot be read, two have one id, or a stage is missing or out of its turn. */
export const readBoard = (value: unknown): readonly BoardStage[] | null => {
  if (!Array.isArray(value) || value.length > MOST_COLUMNS) return null
  const columns = value.map(readColumn)
  if (columns.some((one) => one === null)) return null
  const board = columns as readonly BoardStage[]
  const turns = board.map(({ stage }) => AGREEMENT_STAGES.indexOf(stage))
  const isInTurn = turns.every((turn, at) => at === 0 || turns[at - 1]! <= turn)
  const isWhole = new Set(turns).size === AGREEMENT_STAGES.length
  return isInTurn && isWhole && new Set(board.map(({ id }) => id)).size === board.length ? board : null
}
