import type { ImportQuestion } from '../../../data/model/importing.ts'
import { readRupiah, UNITS } from '../../../data/model/reading/amounts.ts'
import { DATE_STYLES } from '../../../data/model/reading/dates.ts'
import { plainDays } from '../../../data/model/reading/days.ts'
import { chosenBy, NUMBER_STYLES, numbersIn, shownNumber } from '../../../data/model/reading/numbers.ts'
import { readPlaceCode } from '../../../data/model/reading/place_codes.ts'
import type { Reading } from '../../../data/model/reading/reading.ts'
import { readSpan } from '../../../data/model/reading/spans.ts'
import { BPS_REGENCIES } from '../../../data/source/bps_codes.ts'
import type { World } from '../../world.ts'

const shown = <T>(reading: Reading<T>, show: (value: T) => string): string | null =>
  reading.kind === 'value' ? show(reading.value) : null

const codeAs = (text: string, system: 'kemendagri' | 'bps', { geography }: Pick<World, 'geography'>): string | null => {
  const nameOf = (code: string): string | null => {
    const name = geography.nameOf(code)
    return name === code ? null : name
  }
  return shown(readPlaceCode(text, { bps: BPS_REGENCIES, nameOf }, system), (code) => {
    const name = nameOf(code) ?? BPS_REGENCIES.find((one) => one.code === code)?.name
    return name ? `${name} (${code})` : code
  })
}

const readAs = (name: ImportQuestion['name'], value: string, text: string, world: World): string | null => {
  switch (name) {
    case 'codes':
      return value === 'kemendagri' || value === 'bps' ? codeAs(text, value, world) : null
    case 'dates':
      return shown(readSpan(text, DATE_STYLES.find((style) => style === value) ?? null), plainDays)
    case 'unit': {
      const unit = UNITS.find((one) => `${one}` === value) ?? null
      return shown(readRupiah(text, { unit, style: 'id' }), (sum) => `Rp ${shownNumber(sum).id}`)
    }
    case 'numbers': {
      const style = NUMBER_STYLES.find((one) => one === value) ?? null
      const [found] = chosenBy(numbersIn(text), style)
      return found ? shownNumber(found.value).id : null
    }
    default:
      return null
  }
}

/** What a cell of the file becomes by each choice, so that nobody has to know what the choice is called. */
export const exampleOf = (name: ImportQuestion['name'], value: string, text: string, world: World): string => {
  const meant = readAs(name, value, text, world)
  return meant === null || meant === text ? text : `${text} → ${meant}`
}
