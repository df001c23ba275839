import { type ReactNode, useEffect, useState } from 'react'
import { PanelBody, type PanelProps } from './LeftPanel.tsx'
import { QuestionPill } from './QuestionPill.tsx'
import { Sheet } from './Sheet.tsx'
import type { Stop } from './sheetStops.ts'

type Props = PanelProps & { readonly years: ReactNode; readonly card: ReactNode }

/** A phone's panel: the question above the map, everything else in a sheet below; a selection takes the sheet over. */
export const PhonePanel = ({ years, card, ...props }: Props) => {
  const [stop, setStop] = useState<Stop>('low')
  const selected = props.view.selection !== null

  useEffect(() => {
    setStop((own) => (selected && own === 'low' ? 'middle' : own))
  }, [selected])

  return (
    <>
      <QuestionPill {...props} />
      <Sheet stop={stop} onStop={setStop}>
        {selected ? card : <PanelBody {...props} between={years} />}
      </Sheet>
    </>
  )
}
