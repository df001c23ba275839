import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronDown } from 'lucide-react'
import type { Choice } from './Pick.tsx'
import type { PickManyProps } from './PickMany.tsx'

/** The list itself, found by typing when it is long, open from the start. */
const PickManyList = ({ name, chosen, choices, onChoose, none }: PickManyProps<string>) => (
  <Combobox.Root
    multiple
    defaultOpen
    items={choices}
    value={choices.filter(({ value }) => chosen.includes(value))}
    isItemEqualToValue={(a: Choice<string>, b: Choice<string>) => a.value === b.value}
    onValueChange={(picked: readonly Choice<string>[]) => onChoose(picked.map(({ value }) => value))}
  >
    <Combobox.Trigger className="pick pick-small" aria-label={name}>
      <span className="pick-value">{name}</span>
      <ChevronDown className="pick-icon" aria-hidden="true" />
    </Combobox.Trigger>
    <Combobox.Portal>
      <Combobox.Positioner className="pick-positioner" sideOffset={6} align="start">
        <Combobox.Popup className="pick-popup" aria-label={name}>
          {none && <Combobox.Input className="pick-input" aria-label={name} placeholder={name} />}
          {none && <Combobox.Empty className="pick-none">{none}</Combobox.Empty>}
          <Combobox.List className="pick-list">
            {(choice: Choice<string>) => (
              <Combobox.Item key={choice.value} value={choice} className="pick-item">
                <Combobox.ItemIndicator className="pick-check">
                  <Check aria-hidden="true" />
                </Combobox.ItemIndicator>
                <span className="pick-text">{choice.label}</span>
                {choice.detail && <span className="pick-detail">{choice.detail}</span>}
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  </Combobox.Root>
)

export default PickManyList
