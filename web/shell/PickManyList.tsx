import { Combobox } from '@base-ui/react/combobox'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Check, ChevronDown } from 'lucide-react'
import { type RefObject, useImperativeHandle, useRef } from 'react'
import type { Choice } from './Pick.tsx'
import type { PickManyProps } from './PickMany.tsx'

/** As high as an item of one line; others are measured. */
const ITEM_PX = 32
const OVERSCAN = 8
/** What stands above the first item in `styles/ui/pick.css`: the edge, and the field to type in. */
const [EDGE_PX, FIELD_PX] = [6, 42]

type Shown = { readonly show: (index: number) => void }
type RowsProps = {
  readonly popup: RefObject<HTMLElement | null>
  readonly shown: RefObject<Shown | null>
  readonly abovePx: number
}

const Words = ({ label, detail }: Choice<string>) => (
  <>
    <span className="pick-text">{label}</span>
    {detail && <span className="pick-detail">{detail}</span>}
  </>
)

const lengthOf = ({ label, detail = '' }: Choice<string>): number => label.length + detail.length

/** The choices that bear what was typed, those in sight alone: three hundred organisations at once took as long as a slow frame at every choice. */
const Rows = ({ popup, shown, abovePx }: RowsProps) => {
  const found = Combobox.useFilteredItems<Choice<string>>()
  const virtualizer = useVirtualizer({
    count: found.length,
    getScrollElement: () => popup.current,
    estimateSize: () => ITEM_PX,
    getItemKey: (index) => found[index]?.value ?? index,
    overscan: OVERSCAN,
    scrollMargin: abovePx,
    scrollPaddingStart: abovePx,
    scrollPaddingEnd: EDGE_PX,
    initialRect: { width: 0, height: OVERSCAN * ITEM_PX },
  })
  useImperativeHandle(shown, () => ({ show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }), [
    virtualizer,
  ])
  const drawn = virtualizer.getVirtualItems()
  const above = (drawn[0]?.start ?? abovePx) - abovePx
  const below = virtualizer.getTotalSize() - ((drawn.at(-1)?.end ?? abovePx) - abovePx)
  return (
    <div role="presentation" style={{ paddingTop: above, paddingBottom: below }}>
      {drawn.map(({ index, key }) => {
        const choice = found[index]
        if (!choice) return null
        return (
          <Combobox.Item
            key={key}
            ref={virtualizer.measureElement}
            index={index}
            data-index={index}
            aria-setsize={found.length}
            aria-posinset={index + 1}
            value={choice}
            className="pick-item"
          >
            <Combobox.ItemIndicator className="pick-check">
              <Check aria-hidden="true" />
            </Combobox.ItemIndicator>
            <Words {...choice} />
          </Combobox.Item>
        )
      })}
    </div>
  )
}

/** The list itself, found by typing when it is long, open from the start. */
const PickManyList = ({ name, chosen, choices, onChoose, none }: PickManyProps<string>) => {
  const popup = useRef<HTMLDivElement>(null)
  const shown = useRef<Shown>(null)
  const widest = choices.reduce<Choice<string> | null>((a, b) => (a && lengthOf(a) >= lengthOf(b) ? a : b), null)
  return (
    <Combobox.Root
      multiple
      defaultOpen
      virtualized
      items={choices}
      value={choices.filter(({ value }) => chosen.includes(value))}
      isItemEqualToValue={(a: Choice<string>, b: Choice<string>) => a.value === b.value}
      onValueChange={(picked: readonly Choice<string>[]) => onChoose(picked.map(({ value }) => value))}
      onItemHighlighted={(_, { reason, index }) => {
        if (reason !== 'pointer' && index >= 0) shown.current?.show(index)
      }}
    >
      <Combobox.Trigger className="pick pick-small" aria-label={name}>
        <span className="pick-value">{name}</span>
        <ChevronDown className="pick-icon" aria-hidden="true" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className="pick-positioner" sideOffset={6} align="start">
          <Combobox.Popup ref={popup} className="pick-popup" aria-label={name}>
            {none && <Combobox.Input className="pick-input" aria-label={name} placeholder={name} />}
            {none && <Combobox.Empty className="pick-none">{none}</Combobox.Empty>}
            <Combobox.List className="pick-list">
              <Rows popup={popup} shown={shown} abovePx={EDGE_PX + (none ? FIELD_PX : 0)} />
            </Combobox.List>
            {widest && (
              <div className="pick-item pick-widest" aria-hidden="true">
                <Words {...widest} />
              </div>
            )}
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

export default PickManyList
