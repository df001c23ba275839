import { useState } from 'react'
import { LeftPanel, type PanelProps } from './LeftPanel.tsx'
import { QuestionTitle } from './QuestionTitle.tsx'
import { Rail } from './Rail.tsx'

/** The panel beside the map; where the map needs the room, a rail that opens it over the map. */
export const SidePanel = ({ overMap, ...props }: PanelProps & { readonly overMap: boolean }) => {
  const [open, setOpen] = useState(false)
  if (!overMap) return <LeftPanel {...props} />
  return (
    <>
      <Rail {...props} open={open} onToggle={() => setOpen(!open)} />
      {open ? <LeftPanel {...props} onHide={() => setOpen(false)} /> : <QuestionTitle {...props} />}
    </>
  )
}
