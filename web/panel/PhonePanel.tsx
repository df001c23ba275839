import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../text/useText.ts'
import { PanelBody, type PanelProps } from './LeftPanel.tsx'
import { QuestionPill } from './QuestionPill.tsx'
import { QuestionTitle } from './QuestionTitle.tsx'
import { Sheet } from './Sheet.tsx'
import type { Stop } from './sheetStops.ts'

type Props = PanelProps & {
  readonly touring: boolean
  readonly years: ReactNode
  readonly card: ReactNode
  readonly table: ReactNode
}

/** A phone's panel: the question above the map, everything else in a sheet below; a selection takes the sheet over. */
export const PhonePanel = ({ touring, years, card, table, ...props }: Props) => {
  const { say } = useText()
  const selected = props.view.selection !== null || props.view.area !== null
  const { table: tabled, pairs, compare, corridor, density } = props.view
  const analysed = pairs !== null || compare !== null || corridor !== null || density !== null
  // A link to an answer opens on it at once, without the way there.
  const [stop, setStop] = useState<Stop>(tabled ? 'full' : selected || analysed ? 'middle' : 'low')

  useEffect(() => {
    setStop((own) => (selected && own === 'low' ? 'middle' : own))
  }, [selected])

  // The map is half of such an answer, whether the sheet was low or full.
  useEffect(() => {
    if (analysed) setStop('middle')
  }, [analysed])

  useEffect(() => {
    if (tabled) setStop('full')
  }, [tabled])

  // The tour speaks of the question and of the map as well, which a sheet further up covers.
  useEffect(() => {
    if (touring) setStop('low')
  }, [touring])

  return (
    <>
      <QuestionTitle {...props} />
      <QuestionPill {...props} />
      <Sheet stop={stop} onStop={setStop}>
        {selected && card}
        {!selected && tabled && (
          <>
            <button type="button" className="link" onClick={() => props.changeView((v) => ({ ...v, table: false }))}>
              {say('panel.tableHide')}
            </button>
            {table}
          </>
        )}
        {!selected && !tabled && <PanelBody {...props} between={years} />}
      </Sheet>
    </>
  )
}
