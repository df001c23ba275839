import { type FormEvent, useState } from 'react'
import { LAYERS } from '../../data/layers/index.ts'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { usePlace } from '../panel/card/queries.ts'
import { levelsOf } from '../panel/levels.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { Choose } from './Choose.tsx'
import { parsePasted, sceneSearch } from './scene_view.ts'

type Props = {
  readonly view: View
  readonly context: ContextAnswer
  readonly onChange: (view: View) => void
}

const Pasted = ({ onChange }: Pick<Props, 'onChange'>) => {
  const { say } = useText()
  const [isRefused, setRefused] = useState(false)
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const view = parsePasted(String(new FormData(form).get('address') ?? ''))
    setRefused(view === null)
    if (!view) return
    onChange(view)
    form.reset()
  }
  return (
    <form className="story-paste" onSubmit={take}>
      <label>
        {say('stories.paste')}
        <input name="address" autoComplete="off" required />
      </label>
      <button type="submit" className="button-quiet">
        {say('stories.paste.take')}
      </button>
      {isRefused && (
        <p className="form-refused" role="alert">
          {say('stories.paste.refused')}
        </p>
      )}
    </form>
  )
}

/** What the map of a scene answers and shows; whatever else the app's map can do comes by its address. */
export const ViewFields = ({ view, context, onChange }: Props) => {
  const { say, language } = useText()
  const { region, theme, period, level, ask, layers } = view
  const isOther = !context.regencies.some(({ code }) => code === region)
  const { data: place } = usePlace(isOther ? region : undefined)
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const yearOptions = [...new Set([`${period.to}`, `${period.from}`, ...years])].map((year) => [year, year] as const)
  const setYears = (from: number, to: number) =>
    onChange({ ...view, period: { from: Math.min(from, to), to: Math.max(from, to) } })
  return (
    <div className="story-view">
      <div className="story-grid">
        <Choose
          label={say('stories.field.region')}
          value={region}
          options={[
            ...(isOther ? [[region, place?.name ?? region] as const] : []),
            ...context.regencies.map(({ code, name }) => [code, name] as const),
          ]}
          onChange={(code) => onChange({ ...view, region: code, camera: null, selection: null, corridor: null })}
        />
        <Choose
          label={say('stories.view.theme')}
          value={theme}
          options={context.themes.map(({ id, label }) => [id, label[language]] as const)}
          onChange={(id) => onChange({ ...view, theme: id })}
        />
        <Choose
          label={say('stories.view.from')}
          value={`${period.from}`}
          options={yearOptions}
          onChange={(year) => setYears(Number(year), Math.max(Number(year), period.to))}
        />
        <Choose
          label={say('stories.view.to')}
          value={`${period.to}`}
          options={yearOptions}
          onChange={(year) => setYears(Math.min(Number(year), period.from), Number(year))}
        />
        <Choose
          label={say('panel.level')}
          value={level}
          options={levelsOf(context, view).map((one) => [one, say(`panel.unit.${one}`, { count: 2 })] as const)}
          onChange={(one) => onChange({ ...view, level: one })}
        />
        <Choose
          label={say('stories.view.ask')}
          value={ask}
          options={VERDICT_LEGEND.map(({ value, label }) => [value, label[language]] as const)}
          onChange={(one) => onChange({ ...view, ask: one })}
        />
      </div>
      <fieldset className="story-layers">
        <legend>{say('stories.view.layers')}</legend>
        {LAYERS.map(({ id, title }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={layers.some((one) => one.id === id)}
              onChange={({ target }) =>
                onChange({
                  ...view,
                  layers: target.checked ? [...layers, { id, opacity: 1 }] : layers.filter((one) => one.id !== id),
                })
              }
            />
            {title[language]}
          </label>
        ))}
      </fieldset>
      <Pasted onChange={onChange} />
      <p>
        <a className="link" href={`/${sceneSearch(view)}`} target="_blank" rel="noreferrer">
          {say('stories.view.open')}
        </a>
      </p>
    </div>
  )
}
