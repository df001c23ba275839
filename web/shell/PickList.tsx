import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { PickProps } from './Pick.tsx'

/** The pick-list itself, open from the start. */
const PickList = ({ name, value, choices, onPick, look, shown }: PickProps<string>) => (
  <Select.Root
    defaultOpen
    items={choices}
    value={value}
    onValueChange={(picked: string | null) => picked !== null && onPick(picked)}
  >
    <Select.Trigger className={`pick pick-${look}`} aria-label={name}>
      {shown === undefined ? <Select.Value className="pick-value" /> : <span className="pick-value">{shown}</span>}
      <Select.Icon className="pick-icon">
        <ChevronDown aria-hidden="true" />
      </Select.Icon>
    </Select.Trigger>
    <Select.Portal>
      <Select.Positioner className="pick-positioner" sideOffset={6} alignItemWithTrigger={false} align="start">
        <Select.Popup className="pick-popup">
          <Select.List className="pick-list">
            {choices.map((choice) => (
              <Select.Item key={choice.value} value={choice.value} className="pick-item">
                <Select.ItemIndicator className="pick-check">
                  <Check aria-hidden="true" />
                </Select.ItemIndicator>
                <Select.ItemText className="pick-text">{choice.label}</Select.ItemText>
                {choice.detail && <span className="pick-detail">{choice.detail}</span>}
              </Select.Item>
            ))}
          </Select.List>
        </Select.Popup>
      </Select.Positioner>
    </Select.Portal>
  </Select.Root>
)

export default PickList
