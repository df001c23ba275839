import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string; readonly detail?: string }

type Props<Value extends string> = {
  readonly name: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onPick: (value: Value) => void
  /** How the closed list looks: a word of the question, or a small control. */
  readonly look: 'word' | 'control'
  /** Stands in for the chosen label when the closed list must be shorter. */
  readonly shown?: ReactNode
}

/** A pick-list of plain words. */
export const Pick = <Value extends string>({ name, value, choices, onPick, look, shown }: Props<Value>) => (
  <Select.Root items={choices} value={value} onValueChange={(picked: Value | null) => picked && onPick(picked)}>
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
