import { type Code, parseCode } from '../../data/model/codes.ts'
import csv from '../../data/source/gazetteer.csv?raw'

/** A place as the committed facts know it: one position inside it and its hectares, whatever boundaries are installed. */
export type GazetteerRow = {
  readonly code: Code
  readonly name: string
  readonly position: readonly [lng: number, lat: number]
  readonly areaHa: number
}

const parseRow = (line: string): GazetteerRow | null => {
  const [codeText = '', name = '', lng = '', lat = '', areaHa = ''] = line.split(',')
  const code = parseCode(codeText)
  return code ? { code, name, position: [Number(lng), Number(lat)], areaHa: Number(areaHa) } : null
}

export const GAZETTEER: readonly GazetteerRow[] = csv
  .split(/\r?\n/)
  .map(parseRow)
  .filter((row) => row !== null)
