import './import.css'
import './question.css'
import './rows.css'
import { type DragEvent, useId, useState } from 'react'
import type { ImportSummary, RowState } from '../../data/model/importing.ts'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useMoment } from '../people/useMoment.ts'
import { useText } from '../text/useText.ts'
import { ImportTexts } from './ImportTexts.tsx'
import { useImports, useUpload } from './queries.ts'
import { Wizard } from './Wizard.tsx'

const SHOWN: readonly RowState[] = ['done', 'good', 'faulty', 'asked', 'left']
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.geojson,.json,.kml,.kmz,.gpx,.zip,.gpkg,.fgb'

const Drop = ({ onFile, isPending }: { readonly onFile: (file: File) => void; readonly isPending: boolean }) => {
  const { say } = useText()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the input inside is the one for everybody
    <div
      className="import-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="import-drop-words">{say('import.drop')}</p>
      <p className="page-about">{say('import.formats')}</p>
      <label className="button-main" htmlFor={id}>
        {say(isPending ? 'pages.busy' : 'import.pick')}
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        accept={ENDINGS}
        disabled={isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
    </div>
  )
}

/** How an import stands, in few words. */
const useStanding = () => {
  const { say, count, language } = useText()
  return ({ fault, counts }: ImportSummary): string => {
    if (fault) return fault[language]
    const parts = SHOWN.filter((state) => counts[state] > 0)
    return parts.length === 0
      ? say('import.state.reading')
      : parts.map((state) => `${count(counts[state])} ${say(`import.counts.${state}`)}`).join(', ')
  }
}

const Earlier = ({ onOpen }: { readonly onOpen: (id: string) => void }) => {
  const { say } = useText()
  const moment = useMoment()
  const standing = useStanding()
  const { data = [], error } = useImports()
  if (error) return <Refused error={error} />
  if (data.length === 0) return null
  return (
    <section className="page-sheet">
      <h2>{say('import.earlier')}</h2>
      <ul className="lines">
        {data.map((summary) => (
          <li key={summary.id}>
            <span>
              {summary.file}
              <small>
                {moment(summary.created)} · {standing(summary)}
              </small>
            </span>
            <button
              type="button"
              className="button-quiet"
              aria-label={say('import.openOf', { file: summary.file })}
              onClick={() => onOpen(summary.id)}
            >
              {say('import.open')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Desk = () => {
  const { say } = useText()
  const [open, setOpen] = useState<string | null>(null)
  const { mutate, error, isPending } = useUpload()
  if (open) return <Wizard key={open} id={open} onClose={() => setOpen(null)} />
  return (
    <>
      <section className="page-sheet">
        <h1>{say('import.title')}</h1>
        <p className="page-about">{say('import.about')}</p>
        <Drop isPending={isPending} onFile={(file) => mutate(file, { onSuccess: ({ id }) => setOpen(id) })} />
        <Refused error={error} />
        <p className="import-templates">
          {say('import.template')}
          <a className="link" href="/api/imports/template.xlsx" download>
            XLSX
          </a>{' '}
          <a className="link" href="/api/imports/template.csv" download>
            CSV
          </a>
        </p>
      </section>
      <Earlier onOpen={setOpen} />
    </>
  )
}

/** Many activities from a file: what was read, what must be decided, every faulty row with its remedy, one undoable batch. */
const Import = () => (
  <ImportTexts>
    <MembersOnly>{() => <Desk />}</MembersOnly>
  </ImportTexts>
)

export default Import
