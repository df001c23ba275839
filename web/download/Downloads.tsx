import './download.css'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { layerOf } from '../../data/layers/index.ts'
import type { AsOf, ContextAnswer } from '../../data/model/answers.ts'
import { EXPORT_ANSWERS } from '../../data/model/export_format.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { ask } from '../api.ts'
import { type Text, useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { DownloadTexts } from './DownloadTexts.tsx'
import { Formats } from './Formats.tsx'
import { fileAddress, filtersOf, isAnswer, LAYER_SUBJECTS, type Subject } from './subject.ts'
import { type Progress, useDownload } from './useDownload.ts'

/** What a file says of itself, as far as it is told before it is fetched. */
type About = {
  readonly numberMatched: number
  readonly numberTotal: number
  readonly asOf: AsOf
  readonly license: string
  readonly attribution: string
}

export type DownloadsProps = {
  readonly view: View
  readonly context: ContextAnswer
  /** What is chosen to begin with. */
  readonly subject?: Subject
}

/** The filters in the words of the screen, in the order of the question. */
const filterWords = (
  filters: ReturnType<typeof filtersOf>,
  { view, context }: DownloadsProps,
  { language, say }: Text,
): string => {
  const { region, theme, period, level, organisations, statuses } = view
  const place = context.regencies.find(({ code }) => code === region)?.name ?? region
  const about = context.themes.find(({ id }) => id === theme)?.label[language] ?? theme
  const status = layerOf('activities').legend
  const words: Readonly<Record<string, () => string>> = {
    region: () => place,
    within: () => place,
    theme: () => about,
    period: () => formatPeriod(period),
    level: () => say(`panel.all.${level}`),
    organisation: () =>
      organisations.map((id) => context.organisations.find((one) => one.id === id)?.name ?? id).join(', '),
    status: () => statuses.map((one) => status.find(({ value }) => value === one)?.label[language] ?? one).join(', '),
  }
  return Object.keys(filters)
    .map((name) => words[name]?.() ?? '')
    .filter(Boolean)
    .join(' · ')
}

const MB = 1_000_000

const ProgressLine = ({ progress, onCancel }: { readonly progress: Progress; readonly onCancel: () => void }) => {
  const { say, language } = useText()
  const megabytes = (bytes: number) => (bytes / MB).toLocaleString(language, { maximumFractionDigits: 1 })
  const words = (): string => {
    switch (progress.kind) {
      case 'idle':
        return ''
      case 'cancelled':
        return say('download.cancelled')
      case 'done':
        return say('download.done', { name: progress.name })
      case 'refused':
        return progress.words || say('download.failed')
      case 'receiving': {
        const { name, bytes, all } = progress
        if (bytes === 0) return say('download.making', { name })
        const mb = megabytes(bytes)
        return all === null
          ? say('download.received', { name, mb })
          : say('download.receivedOf', { name, mb, all: megabytes(all) })
      }
    }
  }
  return (
    <div className="download-progress" data-kind={progress.kind}>
      <p role="status">{words()}</p>
      {progress.kind === 'receiving' && (
        <>
          <progress
            aria-label={progress.name}
            {...(progress.all === null ? {} : { value: progress.bytes, max: progress.all })}
          />
          <button type="button" className="button-quiet download-cancel" onClick={onCancel}>
            {say('download.cancel')}
          </button>
        </>
      )}
    </div>
  )
}

const Chosen = (props: DownloadsProps) => {
  const { view } = props
  const text = useText()
  const { say, language, count, date } = text
  const id = useId()
  const [subject, setSubject] = useState<Subject>(props.subject ?? 'coverage')
  const [isFiltered, setFiltered] = useState(true)
  const { progress, begin, cancel } = useDownload()
  const filters = filtersOf(subject, view, isFiltered)
  const address = fileAddress(subject, 'json', filters)
  const { data, error } = useQuery({
    queryKey: ['export', address],
    queryFn: ({ signal }) => ask<About>(address, signal),
  })
  const words = filterWords(filters, props, text)
  const counted = data && {
    count: count(data.numberMatched),
    of: count(data.numberTotal),
    date: date(data.asOf.time),
  }
  return (
    <div className="download">
      <div className="field">
        <label htmlFor={`${id}-what`}>{say('download.what')}</label>
        <select id={`${id}-what`} value={subject} onChange={({ target }) => setSubject(target.value as Subject)}>
          <optgroup label={say('download.answer')}>
            {EXPORT_ANSWERS.map((one) => (
              <option key={one} value={one}>
                {say(`download.answer.${one}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={say('download.layers')}>
            {LAYER_SUBJECTS.map((layer) => (
              <option key={layer.id} value={layer.id}>
                {layer.title[language]}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {!isAnswer(subject) && (
        <label className="download-filtered">
          <input type="checkbox" checked={isFiltered} onChange={({ target }) => setFiltered(target.checked)} />
          {say('download.filtered')}
        </label>
      )}
      <p className="download-filters">
        {words ? say('download.filters', { filters: words }) : say('download.noFilters')}
      </p>
      <p className="download-count" aria-live="polite">
        {error ? error.message || say('download.failed') : ''}
        {!error && (counted ? say('download.count', counted) : say('download.counting'))}
        {data?.numberMatched === 0 && ` ${say('download.none')}`}
      </p>
      <ProgressLine progress={progress} onCancel={cancel} />
      <Formats
        features={data?.numberMatched}
        isBusy={progress.kind === 'receiving'}
        onPick={({ ending, name }) => void begin(fileAddress(subject, ending, filters), name)}
      />
      {data && (
        <p className="quiet">{say('download.licence', { license: data.license, attribution: data.attribution })}</p>
      )}
    </div>
  )
}

/** The answer on screen or a layer as a file: what, with which filters, how many, and in which form. */
const Downloads = (props: DownloadsProps) => (
  <DownloadTexts>
    <Chosen {...props} />
  </DownloadTexts>
)
export default Downloads
