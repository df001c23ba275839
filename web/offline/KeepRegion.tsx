import './offline.css'
import { useRef, useState } from 'react'
import { useMoment } from '../people/useMoment.ts'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { readKeptRegion, writeKeptRegion } from './kept_region.ts'
import { keepRegion, type Progress } from './region.ts'
import { isOfflinePossible } from './register.ts'

const MB = 1_000_000

/** Keeps the map of one regency on this device. Nothing where the browser cannot. */
export const KeepRegion = () => {
  const { say, count } = useText()
  const moment = useMoment()
  const { data: context } = useContextAnswer()
  const [kept, setKept] = useState(readKeptRegion)
  const [region, setRegion] = useState(kept?.region)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const stop = useRef<AbortController | null>(null)
  if (!context || !isOfflinePossible()) return null
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  const chosen = region ?? context.regencies[0]?.code ?? ''

  const keep = async () => {
    stop.current = new AbortController()
    setFailed(false)
    setProgress({ done: 0, all: 1, bytes: 0 })
    try {
      await navigator.serviceWorker.ready
      const { bytes } = await keepRegion(chosen, stop.current.signal, setProgress)
      const now = { region: chosen, bytes, time: new Date().toISOString() }
      writeKeptRegion(now)
      setKept(now)
    } catch {
      setFailed(!stop.current.signal.aborted)
    } finally {
      stop.current.abort()
      setProgress(null)
    }
  }

  return (
    <section className="keep-region" aria-labelledby="keep-region">
      <h2 id="keep-region">{say('offline.title')}</h2>
      <p className="page-about">{say('offline.about')}</p>
      <div className="keep-region-row">
        <label>
          {say('offline.region')}
          <select value={chosen} disabled={progress !== null} onChange={(event) => setRegion(event.target.value)}>
            {context.regencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {progress ? (
          <>
            <progress max={progress.all} value={progress.done} aria-label={say('offline.title')} />
            <span>{say('offline.progress', { done: progress.done, all: progress.all })}</span>
            <button type="button" className="button-quiet" onClick={() => stop.current?.abort()}>
              {say('offline.cancel')}
            </button>
          </>
        ) : (
          <button type="button" className="button-quiet" onClick={() => void keep()}>
            {say('offline.keep')}
          </button>
        )}
      </div>
      <p role="status">
        {hasFailed
          ? say('offline.failed')
          : kept &&
            !progress &&
            say('offline.kept', {
              region: nameOf(kept.region),
              size: count(Math.max(0.1, Math.round((10 * kept.bytes) / MB) / 10)),
              time: moment(kept.time),
            })}
      </p>
    </section>
  )
}
