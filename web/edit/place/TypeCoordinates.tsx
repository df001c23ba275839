import { type FormEvent, useId, useState } from 'react'
import { type CoordinateReading, parseCoordinates } from '../../../data/model/reading/coordinates.ts'
import { useText } from '../../text/useText.ts'
import { inMinutes } from '../position_words.ts'

type Props = { readonly onPosition: (lng: number, lat: number) => void }

const turned = ({ lng, lat }: CoordinateReading): CoordinateReading => ({ lng: lat, lat: lng, order: 'named' })

/** A position typed in degrees, decimal or with minutes; how it was understood stands below before it counts. */
export const TypeCoordinates = ({ onPosition }: Props) => {
  const { say, language } = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [isTurned, setTurned] = useState(false)
  const given = parseCoordinates(text)
  const reading = given && isTurned ? turned(given) : given
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reading) return
    onPosition(reading.lng, reading.lat)
    setText('')
    setTurned(false)
  }
  return (
    <form className="edit-typed" onSubmit={submit}>
      <label htmlFor={id}>{say('edit.typed')}</label>
      <p id={`${id}-hint`} className="edit-hint">
        {say('edit.typed.hint')}
      </p>
      <div className="edit-typed-row">
        <input
          id={id}
          value={text}
          autoComplete="off"
          placeholder="-0,0695; 111,4951"
          aria-describedby={`${id}-hint ${id}-read`}
          aria-invalid={text.trim() !== '' && !reading}
          onChange={({ target }) => {
            setText(target.value)
            setTurned(false)
          }}
        />
        <button type="submit" className="button-primary" disabled={!reading}>
          {say('edit.typed.put')}
        </button>
      </div>
      <p id={`${id}-read`} className="edit-understood" aria-live="polite">
        {text.trim() === '' ? '' : reading ? inMinutes([reading.lng, reading.lat], language) : say('edit.typed.unread')}
      </p>
      {given?.order === 'assumed' && Math.abs(given.lng) <= 90 && (
        <p className="edit-remark" data-severity="question">
          {say('edit.typed.assumed')}
          <button type="button" className="button-quiet edit-remedy" onClick={() => setTurned(!isTurned)}>
            {say('edit.typed.turn')}
          </button>
        </p>
      )}
    </form>
  )
}
