import './print.css'
import { useId, useState } from 'react'
import type { SharePartProps } from '../share/part.ts'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import { ORIENTATIONS, PAPERS, pictureAddress, type SheetChoice, sheetAddress } from './address.ts'
import { fetchSheet } from './fetchSheet.ts'

/** As wide as the window shows it, twice as fine. */
const PREVIEW = { landscape: [840, 560], portrait: [560, 720] } as const
/** A hand that still types asks for nothing. */
const REST_MS = 400
const LONGEST_TITLE = 160
const LONGEST_AUTHOR = 120
const LARGEST_LOGO_BYTES = 300_000

type Choices<T extends string> = {
  readonly legend: string
  readonly values: readonly T[]
  readonly value: T
  readonly nameOf: (value: T) => string
  readonly onChange: (value: T) => void
}

const Choice = <T extends string>({ legend, values, value, nameOf, onChange }: Choices<T>) => {
  const name = useId()
  return (
    <fieldset className="print-choice">
      <legend>{legend}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          {nameOf(one)}
        </label>
      ))}
    </fieldset>
  )
}

const Preview = ({ address, alt }: { readonly address: string; readonly alt: string }) => {
  const { say } = useText()
  const [failed, setFailed] = useState<string | null>(null)
  return failed === address ? (
    <p role="status" className="print-failed">
      {say('share.print.previewFailed')}
    </p>
  ) : (
    <img className="print-preview" src={address} alt={alt} onError={() => setFailed(address)} />
  )
}

/** Paper, orientation, title and author of a sheet of what is on screen; it is drawn by the server. */
const PrintPart = ({ view }: SharePartProps) => {
  const { say } = useText()
  const id = useId()
  const [choice, setChoice] = useState<SheetChoice>({ paper: 'A4', orientation: 'landscape', title: '', author: '' })
  const [logo, setLogo] = useState<File | null>(null)
  const [state, setState] = useState<'idle' | 'drawing' | { readonly refused: string }>('idle')
  const change = (part: Partial<SheetChoice>) => setChoice((before) => ({ ...before, ...part }))
  const [width, height] = PREVIEW[choice.orientation]
  const preview = useSettled(pictureAddress(view, width, height), REST_MS)

  const download = async (ending: 'pdf' | 'png') => {
    setState('drawing')
    const refused = await fetchSheet(sheetAddress(view, choice, ending), ending === 'pdf' ? logo : null)
    setState(refused === null ? 'idle' : { refused: refused || say('share.print.failed') })
  }
  const pickLogo = (file: File | null) => {
    const isTooLarge = file !== null && file.size > LARGEST_LOGO_BYTES
    setLogo(isTooLarge ? null : file)
    setState(isTooLarge ? { refused: say('share.print.logoTooLarge') } : 'idle')
  }

  return (
    <div className="print">
      <Preview address={preview} alt={say('share.print.previewAlt')} />
      <div className="print-form">
        <Choice
          legend={say('share.print.paper')}
          values={PAPERS}
          value={choice.paper}
          nameOf={(paper) => paper}
          onChange={(paper) => change({ paper })}
        />
        <Choice
          legend={say('share.print.orientation')}
          values={ORIENTATIONS}
          value={choice.orientation}
          nameOf={(orientation) => say(`share.print.${orientation}`)}
          onChange={(orientation) => change({ orientation })}
        />
        <p className="field">
          <label htmlFor={`${id}-title`}>{say('share.print.title')}</label>
          <input
            id={`${id}-title`}
            value={choice.title}
            maxLength={LONGEST_TITLE}
            placeholder={say('share.print.titleHint')}
            onChange={({ target }) => change({ title: target.value })}
          />
        </p>
        <p className="field">
          <label htmlFor={`${id}-author`}>{say('share.print.author')}</label>
          <input
            id={`${id}-author`}
            value={choice.author}
            maxLength={LONGEST_AUTHOR}
            onChange={({ target }) => change({ author: target.value })}
          />
        </p>
        <p className="field">
          <label htmlFor={`${id}-logo`}>{say('share.print.logo')}</label>
          <input
            id={`${id}-logo`}
            type="file"
            accept="image/png,image/jpeg"
            onChange={({ target }) => pickLogo(target.files?.[0] ?? null)}
          />
        </p>
        <p className="print-actions">
          <button
            type="button"
            className="button-main"
            disabled={state === 'drawing'}
            onClick={() => void download('pdf')}
          >
            {say('share.print.pdf')}
          </button>
          <button
            type="button"
            className="button-quiet"
            disabled={state === 'drawing'}
            onClick={() => void download('png')}
          >
            {say('share.print.png')}
          </button>
        </p>
        <p role="status" className="quiet">
          {state === 'drawing'
            ? say('share.print.drawing')
            : typeof state === 'object'
              ? state.refused
              : say('share.print.holds')}
        </p>
      </div>
    </div>
  )
}
export default PrintPart
