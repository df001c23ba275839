import { useState } from 'react'
import type { Scene } from '../../data/model/story.ts'
import { Typed } from '../plans/Typed.tsx'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import { changeScene } from './draft.ts'
import { usePhotographed } from './queries.ts'
import type { Desk } from './useDesk.ts'

const REST_MS = 400

const addressOf = (photo: string): string => `/api/photos/${encodeURIComponent(photo)}`

type Props = { readonly desk: Desk; readonly scene: Scene }

/** A photo that a public activity shows, found by the activity's title. */
export const PictureField = ({ desk, scene }: Props) => {
  const { say } = useText()
  const { record: story } = desk
  const { picture } = scene
  const [word, setWord] = useState('')
  const settled = useSettled(word, REST_MS)
  const { data: found, isFetching } = usePhotographed(settled)
  const choose = (photo: string, title: string) =>
    desk.change(changeScene(story, scene.id, { picture: { photo, alt: title } }))
  if (picture)
    return (
      <div className="story-picture">
        <img src={addressOf(picture.photo)} alt={picture.alt} />
        <Typed
          label={say('stories.picture.alt')}
          maxLength={200}
          value={picture.alt}
          onCommit={(alt) => desk.change(changeScene(story, scene.id, { picture: { ...picture, alt } }))}
        />
        <button
          type="button"
          className="link"
          onClick={() => desk.change(changeScene(story, scene.id, { picture: undefined }))}
        >
          {say('stories.picture.remove')}
        </button>
      </div>
    )
  return (
    <div className="story-picture">
      <label className="field">
        {say('stories.picture.search')}
        <input type="search" value={word} onChange={({ target }) => setWord(target.value)} />
      </label>
      <p role="status" className="quiet">
        {settled.trim().length < 3
          ? say('stories.picture.hint')
          : isFetching
            ? say('pages.loading')
            : say('stories.picture.found', { count: found?.length ?? 0 })}
      </p>
      <ul className="story-photos">
        {found?.flatMap(({ title, photos }) =>
          photos.map(({ id }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(id, title)}>
                <img src={addressOf(id)} alt={title} loading="lazy" />
                <small>{title}</small>
              </button>
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
