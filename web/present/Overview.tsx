import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { tellText } from '../../data/model/story_text.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly answer: StoryAnswer
  readonly place: number
  readonly onGo: (place: number) => void
  readonly onClose: () => void
}

/** All scenes at a glance; one chosen is shown. */
export const Overview = ({ answer, place, onGo, onClose }: Props) => {
  const { say } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const { story, figures } = answer
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className="present-overview" aria-label={say('present.overview')} onClose={onClose}>
      <header>
        <h2>{story.name}</h2>
        <button type="button" aria-label={say('present.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      <ol>
        {story.scenes.map((scene, at) => (
          <li key={scene.id}>
            <button type="button" aria-current={at === place ? 'step' : undefined} onClick={() => onGo(at)}>
              <span className="present-card-head">
                <span>{at + 1}</span>
                <span>{say(`present.kind.${scene.kind}`)}</span>
              </span>
              <span className="present-card-title">
                {tellText(scene.title, figures[scene.id] ?? {}, story.language)}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="present-keys">{say('present.keys')}</p>
    </dialog>
  )
}
