import './presenter.css'
import { useEffect, useState } from 'react'
import type { Scene } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { paragraphsOf, tellText } from '../../data/model/story_text.ts'
import { LOCALES } from '../text/index.ts'
import { useText } from '../text/useText.ts'
import type { Command } from './keys.ts'
import { stepTo } from './order.ts'
import { usedText } from './used.ts'
import { useTurning } from './useTurning.ts'

const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

type Props = { readonly answer: StoryAnswer; readonly place: number; readonly go: (place: number) => void }

/** What only the speaker sees: notes, what comes next, the clock; a step here is a step on the audience's screen. */
export const Presenter = ({ answer, place, go }: Props) => {
  const { say, language } = useText()
  const { story, figures } = answer
  const { scenes } = story
  const [scene, next] = [scenes[place]!, scenes[place + 1]]
  const now = useNow()
  const [start, setStart] = useState(now)
  const onCommand = (command: Command) => {
    const to = stepTo(place, scenes.length, command)
    if (to !== place) go(to)
  }
  useTurning(onCommand, true)
  const told = (one: Scene, text: string) => tellText(text, figures[one.id] ?? {}, story.language)
  const used = Math.max(0, Math.round((now.getTime() - start.getTime()) / 1000))
  return (
    <main className="presenter" lang={story.language}>
      <header>
        <p>{story.name}</p>
        <dl>
          <div>
            <dt>{say('present.used')}</dt>
            <dd>
              <span role="timer">{usedText(used)}</span>
              <button type="button" className="button-quiet" onClick={() => setStart(new Date())}>
                {say('present.used.restart')}
              </button>
            </dd>
          </div>
          <div>
            <dt>{say('present.clock')}</dt>
            <dd>{now.toLocaleTimeString(LOCALES[language], { hour: '2-digit', minute: '2-digit' })}</dd>
          </div>
        </dl>
      </header>
      <section className="presenter-now" aria-label={say('present.now')}>
        <p className="presenter-number">{say('present.scene', { number: place + 1, of: scenes.length })}</p>
        <h1>{told(scene, scene.title)}</h1>
        <h2>{say('present.notes')}</h2>
        {scene.notes ? (
          paragraphsOf(scene.notes).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
        ) : (
          <p className="presenter-none">{say('present.notes.none')}</p>
        )}
      </section>
      <section className="presenter-next" aria-label={say('present.then')}>
        <h2>{say('present.then')}</h2>
        {next ? (
          <>
            <p className="presenter-title">{told(next, next.title)}</p>
            {paragraphsOf(next.text).map((paragraph) => (
              <p key={paragraph}>{told(next, paragraph)}</p>
            ))}
          </>
        ) : (
          <p className="presenter-none">{say('present.end')}</p>
        )}
      </section>
      <nav aria-label={say('present.controls')}>
        <button type="button" disabled={place === 0} onClick={() => onCommand('previous')}>
          {say('present.previous')}
        </button>
        <button type="button" disabled={!next} onClick={() => onCommand('next')}>
          {say('present.next')}
        </button>
        <p>{say('present.step')}</p>
      </nav>
    </main>
  )
}
