import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isModerating } from '../../data/model/person.ts'
import { OWN_KINDS } from '../../data/model/review.ts'
import type { Scene, Story } from '../../data/model/story.ts'
import { Field } from '../pages/Field.tsx'
import { PageTexts } from '../pages/PageTexts.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useSession } from '../session.ts'
import { addScene, beginWith } from '../stories/add_scene.ts'
import { useOwnStories } from '../stories/queries.ts'
import { StoryTexts } from '../stories/StoryTexts.tsx'
import { sceneMaps, sceneSearch } from '../stories/scene_view.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import type { SharePartProps } from './part.ts'

const NEW = ''

const sceneOf = (view: View, title: string): Omit<Scene, 'id'> => {
  const maps = sceneMaps(view)
  // A figure answers its scene's first map unless it names another question.
  const question = maps.kind === 'swipe' ? { view: sceneSearch(view) } : {}
  return {
    ...maps,
    title,
    text: '',
    annotations: [],
    figures: title.includes('{count}') ? { count: { subject: view.ask, as: 'count', ...question } } : {},
  }
}

type FormProps = Pick<SharePartProps, 'view'> & { readonly owner: string | null }

const Form = ({ view, owner }: FormProps) => {
  const { say, language } = useText()
  const client = useQueryClient()
  const { data: own } = useOwnStories(true)
  const [story, setStory] = useState(NEW)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: ({ name, title }: { readonly name: string; readonly title: string }) => {
      const scene = sceneOf(view, title)
      if (story !== NEW) return addScene(story, scene)
      const begun = {
        id: '',
        name,
        region: view.region,
        language,
        source: { text: say('stories.share.source') },
        confirmed: new Date().toLocaleDateString('sv'),
        visibility: 'public',
        ...(owner ? { owner } : {}),
      } as unknown as Omit<Story, 'scenes'>
      return beginWith(begun, scene)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['work'] }),
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    mutate({ name: text('name'), title: text('title') })
  }
  if (data)
    return (
      <p role="status">
        {say('stories.share.done', { number: data.number })}{' '}
        <a
          className="link"
          href={`/stories?story=${encodeURIComponent(data.story)}&scene=${encodeURIComponent(data.scene)}`}
        >
          {say('stories.share.open')}
        </a>
      </p>
    )
  return (
    <form className="share-story" onSubmit={send}>
      <div className="field">
        <label htmlFor="share-story">{say('stories.share.which')}</label>
        <select id="share-story" value={story} onChange={({ target }) => setStory(target.value)}>
          <option value={NEW}>{say('stories.share.new')}</option>
          {own?.lines
            .filter(({ verification }) => verification !== 'archived')
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </div>
      {story === NEW && <Field name="name" label={say('stories.share.name')} maxLength={200} required />}
      <Field
        name="title"
        label={say('stories.share.finding')}
        hint={say('stories.share.finding.hint')}
        maxLength={200}
        required
      />
      <Refused error={error} />
      <button type="submit" className="button-main" disabled={isPending}>
        {say('stories.share.add')}
      </button>
    </form>
  )
}

const Part = ({ view }: SharePartProps) => {
  const { say } = useText()
  const { data: session, isPending } = useSession()
  if (isPending) return null
  const role = session?.role ?? 'public'
  const mayWrite = isModerating(role) || OWN_KINDS[role].includes('story')
  if (!mayWrite || session?.mustSetTotp)
    return (
      <p>
        {say('stories.share.signIn')}{' '}
        <a className="link" href="/sign-in">
          {say('stories.share.toSignIn')}
        </a>
      </p>
    )
  return <Form view={view} owner={isModerating(role) ? null : (session?.organisation?.id ?? null)} />
}

/** The view on screen becomes a scene of a story. */
const StoryPart = (given: SharePartProps) => (
  <PageTexts>
    <StoryTexts>
      <Part {...given} />
    </StoryTexts>
  </PageTexts>
)
export default StoryPart
