import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import type { Scene, Story } from '../../data/model/story.ts'
import { partsOfText } from '../../data/model/story_text.ts'
import { useText } from '../text/useText.ts'
import { dropScene, duplicateScene, freeSceneId, insertScene, moveScene } from './draft.ts'
import { changeStoryView } from './state.ts'
import type { Desk } from './useDesk.ts'
import { useFigures } from './useFigures.ts'

type NameProps = { readonly scene: Scene; readonly language: Story['language'] }

/** The finding with its figures; three dots stand for one that is on its way. */
const SceneName = ({ scene, language }: NameProps) => {
  const { say } = useText()
  const figures = useFigures(scene)
  if (scene.title === '') return say('stories.untitled')
  return partsOfText(scene.title, figures, language).map((part) =>
    part.kind === 'words' ? part.text : part.kind === 'figure' ? `${part.value} ${part.detail}` : '…',
  )
}

type Props = { readonly desk: Desk; readonly chosen: Scene | undefined }

/** The scenes in their order: dragged, or moved by buttons; each does the same. */
export const SceneList = ({ desk, chosen }: Props) => {
  const { say } = useText()
  const { record: story, mayChange } = desk
  const { scenes } = story
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [told, setTold] = useState('')
  const nameOf = ({ title }: Scene) => title || say('stories.untitled')
  const move = (id: string, place: number) => {
    const next = moveScene(story, id, place)
    const at = next.scenes.findIndex((one) => one.id === id)
    desk.change(next)
    setTold(say('stories.moved', { name: nameOf(next.scenes[at]!), place: at + 1, of: scenes.length }))
  }
  const add = () => {
    const id = freeSceneId(story)
    const view = chosen?.view || scenes.find((one) => one.view !== '')?.view || `?region=${story.region}`
    desk.change(
      insertScene(
        story,
        { id, kind: 'map', view, title: '', text: '', annotations: [], figures: {} },
        chosen?.id ?? null,
      ),
    )
    changeStoryView({ scene: id })
  }
  const duplicate = (id: string) => {
    const copy = freeSceneId(story)
    desk.change(duplicateScene(story, id, copy))
    changeStoryView({ scene: copy })
  }
  const remove = (scene: Scene) => {
    const at = scenes.indexOf(scene)
    desk.change(dropScene(story, scene.id))
    changeStoryView({ scene: (scenes[at + 1] ?? scenes[at - 1])?.id ?? null })
    setTold(say('stories.removed', { name: nameOf(scene) }))
  }
  const dragging = (at: number) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      setOver(at)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (dragged !== null) move(dragged, at)
      setDragged(null)
      setOver(null)
    },
  })
  return (
    <nav className="story-list" aria-label={say('stories.list')}>
      <ol>
        {scenes.map((scene, at) => (
          <li
            key={scene.id}
            data-chosen={scene.id === chosen?.id}
            data-over={over === at && dragged !== scene.id}
            draggable={mayChange}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', nameOf(scene))
              setDragged(scene.id)
            }}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            {...dragging(at)}
          >
            <button
              type="button"
              className="story-list-name"
              aria-current={scene.id === chosen?.id ? 'step' : undefined}
              onClick={() => changeStoryView({ scene: scene.id })}
            >
              <span className="story-list-number">{at + 1}</span>
              <span>
                <SceneName scene={scene} language={story.language} />
                <small>{say(`stories.kind.${scene.kind}`)}</small>
              </span>
            </button>
            {mayChange && scene.id === chosen?.id && (
              <span className="story-list-tools">
                {(
                  [
                    ['up', ArrowUp, at === 0, () => move(scene.id, at - 1)],
                    ['down', ArrowDown, at === scenes.length - 1, () => move(scene.id, at + 1)],
                    ['duplicate', Copy, false, () => duplicate(scene.id)],
                    ['remove', Trash2, false, () => remove(scene)],
                  ] as const
                ).map(([name, Icon, isOff, act]) => (
                  <button
                    key={name}
                    type="button"
                    className="story-icon"
                    aria-label={say(`stories.${name}`, { name: nameOf(scene) })}
                    title={say(`stories.${name}`, { name: nameOf(scene) })}
                    aria-disabled={isOff}
                    onClick={() => {
                      if (!isOff) act()
                    }}
                  >
                    <Icon aria-hidden="true" size={16} />
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ol>
      {mayChange && (
        <button type="button" className="button-quiet story-add" onClick={add}>
          <Plus aria-hidden="true" size={16} /> {say('stories.add')}
        </button>
      )}
      <p className="unseen" role="status">
        {told}
      </p>
    </nav>
  )
}
