import { useState } from 'react'
import type { CardProps } from '../panel/props.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { CORRIDOR_KM, type Corridor } from './keys.ts'
import { openCorridor } from './open.ts'

type Props = CardProps & { readonly corridor: Corridor }

/** The two regencies and the distance, each to be changed in its place. */
export const CorridorAsked = ({ corridor, context, changeView }: Props) => {
  const { say } = useText()
  const { a, b, km } = corridor
  const [typed, setTyped] = useState(`${km}`)
  const wrong = !(Number(typed) >= CORRIDOR_KM.least && Number(typed) <= CORRIDOR_KM.most)
  const side = (own: string, other: string, name: string, pick: (code: string) => void) => (
    <Pick
      look="control"
      name={name}
      value={own}
      choices={context.regencies
        .filter(({ code }) => code !== other)
        .map(({ code, name: label }) => ({ value: code, label, detail: code }))}
      onPick={pick}
    />
  )
  const type = (text: string) => {
    setTyped(text)
    const next = Number(text)
    if (next >= CORRIDOR_KM.least && next <= CORRIDOR_KM.most)
      changeView((v) => ({ ...v, corridor: { a, b, km: next } }))
  }
  return (
    <>
      <div className="analysis-asked">
        <label>
          {say('corridor.within')}{' '}
          <input
            type="number"
            className="analysis-field analysis-km"
            inputMode="decimal"
            min={CORRIDOR_KM.least}
            max={CORRIDOR_KM.most}
            step={0.5}
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'corridor-wrong' : undefined}
            onChange={({ target }) => type(target.value)}
          />{' '}
          km
        </label>
        <span>{say('corridor.of')}</span>
        {side(a, b, say('corridor.first'), (code) => changeView((v) => openCorridor(v, [code, b], km)))}
        <span>{say('corridor.and')}</span>
        {side(b, a, say('corridor.second'), (code) => changeView((v) => openCorridor(v, [a, code], km)))}
      </div>
      {wrong && (
        <p id="corridor-wrong" className="analysis-wrong" role="alert">
          {say('corridor.wrong', { least: CORRIDOR_KM.least, most: CORRIDOR_KM.most })}
        </p>
      )}
    </>
  )
}
