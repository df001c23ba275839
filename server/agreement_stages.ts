import { AGREEMENT_STAGES } from '../data/model/agreement.ts'
import { type BoardStage, DEFAULT_BOARD, readBoard } from '../data/model/agreement_stages.ts'
import { ConfigError } from './config.ts'
import { readHomeJson } from './home_json.ts'

/** In the home: `[{ "id": "idea", "stage": "idea" }, { "id": "legal_review", "stage": "drafting", "label": { "id": "Reviu Bagian Hukum", "en": "Legal review" }, "days": 14 }, …]` */
export const AGREEMENT_STAGES_FILE = 'agreement_stages.json'

const NOT_READ = {
  id: `${AGREEMENT_STAGES_FILE} tidak dapat dipakai. Tulis daftar kolom, masing-masing "id" sendiri, "stage" (${AGREEMENT_STAGES.join(', ')}; semuanya ada dan berurutan), "label" dalam "id" dan "en" untuk langkah sendiri, "days" bila ada batas hari; atau hapus berkasnya.`,
  en: `${AGREEMENT_STAGES_FILE} cannot be used. Write a list of columns, each with an "id" of its own, a "stage" (${AGREEMENT_STAGES.join(', ')}; all of them, in this order), a "label" in "id" and "en" for a step of your own, "days" where there is a limit; or remove the file.`,
}

/** The columns of the board of agreements; the six stages without the file. Throws ConfigError where it cannot be used. */
export const readAgreementStages = async (home: string): Promise<readonly BoardStage[]> => {
  const given = await readHomeJson(home, AGREEMENT_STAGES_FILE)
  if (given === undefined) return DEFAULT_BOARD
  const board = readBoard(given)
  if (!board) throw new ConfigError([NOT_READ])
  return board
}
