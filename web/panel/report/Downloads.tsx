import { useState } from 'react'
import type { AreaReportAnswer, AreaReportRequest, ContextAnswer } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'

const save = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has to have begun to read before the address is taken back.
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}

type Props = {
  readonly asked: AreaReportRequest
  readonly answer: AreaReportAnswer
  readonly context: ContextAnswer
  readonly onPrint: () => void
}

/** The report as the server writes it for paper. */
const WrittenReport = ({ asked }: Pick<Props, 'asked'>) => {
  const { say, language } = useText()
  const [state, setState] = useState<'idle' | 'drawing' | { readonly refused: string }>('idle')
  const download = async () => {
    setState('drawing')
    const { fetchFile } = await import('../../print/fetchSheet.ts')
    const refused = await fetchFile(`/api/area-report.pdf?lang=${language}`, asked)
    setState(refused === null ? 'idle' : { refused: refused || say('report.pdf.failed') })
  }
  return (
    <>
      <button type="button" className="button-plain" disabled={state === 'drawing'} onClick={() => void download()}>
        {say('report.pdf')}
      </button>
      <span role="status" className="report-note">
        {state === 'drawing' ? say('report.pdf.drawing') : typeof state === 'object' ? state.refused : ''}
      </span>
    </>
  )
}

/** The report as files, made of the very answer that is on screen, and on paper. */
export const Downloads = ({ asked, answer, context, onPrint }: Props) => {
  const { say } = useText()
  const nameOf = (what: string) => `bentang-${what}-${answer.period.replace('/', '-')}-${answer.asOf.seq}`
  const saveCsv = async (what: 'villages' | 'activities') => {
    const { villagesCsv, activitiesCsv } = await import('./csv.ts')
    const text = what === 'villages' ? villagesCsv(answer) : activitiesCsv(answer, context)
    save(`${nameOf(`area-${what}`)}.csv`, 'text/csv;charset=utf-8', text)
  }
  return (
    <fieldset className="report-downloads">
      <legend className="unseen">{say('report.download')}</legend>
      <button type="button" className="button-primary" onClick={onPrint}>
        {say('report.print')}
      </button>
      <WrittenReport asked={asked} />
      <button type="button" className="button-plain" onClick={() => void saveCsv('villages')}>
        {say('report.csv.villages')}
      </button>
      <button type="button" className="button-plain" onClick={() => void saveCsv('activities')}>
        {say('report.csv.activities')}
      </button>
      <button
        type="button"
        className="button-plain"
        onClick={() => save(`${nameOf('area-report')}.json`, 'application/json', JSON.stringify(answer, null, 2))}
      >
        {say('report.json')}
      </button>
    </fieldset>
  )
}
