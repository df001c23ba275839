import { Typed } from '../plans/Typed.tsx'
import { useText } from '../text/useText.ts'
import { Choose } from './Choose.tsx'
import { changeStory } from './draft.ts'
import type { Desk } from './useDesk.ts'

/** What is said of the story as a whole. */
export const StoryFields = ({ desk }: { readonly desk: Desk }) => {
  const { say } = useText()
  const { record: story } = desk
  const optional = (name: 'subtitle' | 'author', value: string) =>
    desk.change(changeStory(story, { [name]: value.trim() === '' ? undefined : value.trim() }))
  return (
    <details className="story-part">
      <summary>{say('stories.part.story')}</summary>
      <div className="story-grid story-whole">
        <Typed
          label={say('stories.field.name')}
          maxLength={200}
          value={story.name}
          onCommit={(name) => desk.change(changeStory(story, { name }))}
        />
        <Typed
          label={say('stories.field.subtitle')}
          maxLength={200}
          value={story.subtitle ?? ''}
          onCommit={(value) => optional('subtitle', value)}
        />
        <Typed
          label={say('stories.field.author')}
          maxLength={200}
          value={story.author ?? ''}
          onCommit={(value) => optional('author', value)}
        />
        <Typed
          label={say('stories.field.source')}
          maxLength={300}
          value={story.source.text}
          onCommit={(text) => desk.change(changeStory(story, { source: { ...story.source, text } }))}
        />
        <Choose
          label={say('stories.field.language')}
          value={story.language}
          options={[
            ['id', 'Bahasa Indonesia'],
            ['en', 'English'],
          ]}
          onChange={(language) => desk.change(changeStory(story, { language }))}
        />
        <Choose<'public' | 'partners' | 'organisation'>
          label={say('stories.field.visibility')}
          value={story.visibility === 'generalised' ? 'public' : story.visibility}
          options={(['public', 'partners', 'organisation'] as const).map(
            (one) => [one, say(`stories.visibility.${one}`)] as const,
          )}
          onChange={(visibility) => desk.change(changeStory(story, { visibility }))}
        />
      </div>
    </details>
  )
}
