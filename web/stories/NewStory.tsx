import { type FormEvent, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Story } from '../../data/model/story.ts'
import type { Language } from '../../data/model/words.ts'
import { useSaveRecord } from '../desk/save_record.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { changeStoryView } from './state.ts'
import { scenesOf, TEMPLATES, type Template } from './templates.ts'

type Props = { readonly context: ContextAnswer; readonly owner: string | null }

/** A story begins with a name, a region and one of the templates; everything is changed afterwards. */
export const NewStory = ({ context, owner }: Props) => {
  const { say, language: spoken } = useText()
  const { regencies, themes, organisations, years } = context
  const home = organisations.find(({ id }) => id === owner)?.region
  const [template, setTemplate] = useState<Template>('ekspose')
  const { mutate, error, isPending } = useSaveRecord('story')
  const regencyOf = (code: string) => regencies.find((one) => one.code === code) ?? regencies[0]
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const [region, other] = [regencyOf(text('region')), regencyOf(text('other'))]
    if (!region || !other) return
    const language: Language = text('language') === 'en' ? 'en' : 'id'
    const author = text('author')
    const scenes = scenesOf(template, {
      region: region.code,
      regionName: region.name,
      other: other.code,
      otherName: other.name,
      theme: text('theme'),
      year: years[1],
      language,
    })
    const record = {
      id: '',
      name: text('name'),
      region: region.code,
      language,
      ...(author ? { author } : {}),
      scenes,
      source: { text: text('source') },
      confirmed: new Date().toLocaleDateString('sv'),
      visibility: 'public',
      ...(owner ? { owner } : {}),
    } as unknown as Story
    mutate(
      { id: null, revision: 0, record, submit: false, verify: false },
      { onSuccess: ({ id }) => changeStoryView({ isNew: false, story: id, scene: scenes[0]?.id ?? null }) },
    )
  }
  const regencyOptions = regencies.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ))
  return (
    <form className="form story-new" onSubmit={begin}>
      <h1>{say('stories.new')}</h1>
      <fieldset className="choices story-templates">
        <legend>{say('stories.template')}</legend>
        {TEMPLATES.map((one) => (
          <label key={one}>
            <input type="radio" name="template" checked={one === template} onChange={() => setTemplate(one)} />
            <span>
              <strong>{say(`stories.template.${one}`)}</strong>
              <small>{say(`stories.template.${one}.about`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Field name="name" label={say('stories.field.name')} maxLength={200} required />
      <div className="field">
        <label htmlFor="story-region">{say('stories.field.region')}</label>
        <select id="story-region" name="region" defaultValue={home}>
          {regencyOptions}
        </select>
      </div>
      {template === 'border' && (
        <div className="field">
          <label htmlFor="story-other">{say('stories.field.other')}</label>
          <select id="story-other" name="other" defaultValue={regencies.find(({ code }) => code !== home)?.code}>
            {regencyOptions}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="story-theme">{say('stories.view.theme')}</label>
        <select id="story-theme" name="theme">
          {themes.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[spoken]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="story-language">{say('stories.field.language')}</label>
        <select id="story-language" name="language" defaultValue={spoken}>
          <option value="id">Bahasa Indonesia</option>
          <option value="en">English</option>
        </select>
      </div>
      <Field name="author" label={say('stories.field.author')} maxLength={200} />
      <Field
        name="source"
        label={say('stories.field.source')}
        hint={say('stories.source.hint')}
        maxLength={300}
        required
      />
      <Refused error={error} />
      <div className="desk-buttons">
        <button type="submit" className="button-main" disabled={isPending}>
          {say(isPending ? 'pages.busy' : 'stories.begin')}
        </button>
        <button type="button" className="button-quiet" onClick={() => changeStoryView({ isNew: false })}>
          {say('stories.cancel')}
        </button>
      </div>
    </form>
  )
}
