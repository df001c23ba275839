import { ChevronLeft, ChevronRight, Download, LayoutGrid, Maximize, MonitorUp, MousePointer2 } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { useText } from '../text/useText.ts'
import type { Command } from './keys.ts'

type Props = {
  readonly answer: StoryAnswer
  readonly context: ContextAnswer
  readonly number: number
  readonly isSample: boolean
  /** Where the offline pack is fetched; null inside of one. */
  readonly pack: string | null
  readonly onCommand: (command: Command) => void
}

const TOOLS = [
  { command: 'overview', Icon: LayoutGrid },
  { command: 'laser', Icon: MousePointer2 },
  { command: 'fullscreen', Icon: Maximize },
  { command: 'presenter', Icon: MonitorUp },
] as const

/** The foot of every scene: which story, which scene, from what data; the controls come when the hand moves. */
export const Foot = ({ answer, context, number, isSample, pack, onCommand }: Props) => {
  const { say, date, count } = useText()
  const { story, asOf } = answer
  const { boundaries } = context
  const of = story.scenes.length
  return (
    <footer className="present-foot">
      <p className="present-place">
        <span className="present-story">{story.name}</span>
        <span className="present-scene-number">
          <span aria-hidden="true">
            {number} / {of}
          </span>
          <span className="unseen">{say('present.scene', { number, of })}</span>
        </span>
        {isSample && <span className="present-sample">{say('present.sample')}</span>}
        {story.verification !== 'verified' && <span className="present-sample">{say('present.draft')}</span>}
      </p>
      <p className="present-source">
        <span>
          {say('present.sources', {
            boundaries: say(boundaries.kind === 'estimated' ? 'present.estimated' : 'present.indicative'),
            attribution: boundaries.attribution,
          })}
        </span>
        <span>{say('present.asOf', { date: date(asOf.time), seq: count(asOf.seq) })}</span>
      </p>
      <nav className="present-controls" aria-label={say('present.controls')}>
        {TOOLS.map(({ command, Icon }) => (
          <button
            key={command}
            type="button"
            data-command={command}
            title={say(`present.${command}`)}
            aria-label={say(`present.${command}`)}
            onClick={() => onCommand(command)}
          >
            <Icon aria-hidden="true" />
          </button>
        ))}
        {pack !== null && (
          <a href={pack} download title={say('present.pack')} aria-label={say('present.pack')}>
            <Download aria-hidden="true" />
          </a>
        )}
        <button
          type="button"
          disabled={number === 1}
          title={say('present.previous')}
          aria-label={say('present.previous')}
          onClick={() => onCommand('previous')}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <button
          type="button"
          disabled={number === of}
          title={say('present.next')}
          aria-label={say('present.next')}
          onClick={() => onCommand('next')}
        >
          <ChevronRight aria-hidden="true" />
        </button>
      </nav>
    </footer>
  )
}
