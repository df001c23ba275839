import type { BoardStage } from '../../data/model/agreement_stages.ts'
import type { Text } from '../text/useText.ts'

/** What a column of the board is called. */
export const columnName = ({ stage, label }: BoardStage, { say, language }: Text): string =>
  label ? label[language] : say(`record.stage.${stage}`)
