import type { ReactNode } from 'react'
import type { Origin as OriginName } from '../../data/model/record.ts'
import type { StoryList } from '../../data/model/story_answer.ts'
import type { WorkLine } from '../../data/model/work.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { isPlainClick } from '../panel/card/To.tsx'
import { useText } from '../text/useText.ts'
import { changeStoryView, storySearch } from './state.ts'

type CardProps = {
  readonly id: string
  readonly name: string
  readonly about: readonly (string | null)[]
  readonly origin: OriginName | null
  readonly badge?: ReactNode
  readonly children?: ReactNode
}

const Card = ({ id, name, about, origin, badge, children }: CardProps) => (
  <li className="story-card">
    {(origin !== null || badge) && (
      <p className="desk-badges">
        {origin && <Origin origin={origin} />}
        {badge}
      </p>
    )}
    <a
      className="story-card-name"
      href={`/stories${storySearch(location.search, { story: id, scene: null })}`}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        changeStoryView({ story: id, scene: null })
      }}
    >
      {name}
    </a>
    {about
      .filter((line) => line !== null)
      .map((line) => (
        <small key={line}>{line}</small>
      ))}
    {children}
  </li>
)

const Own = ({ lines }: { readonly lines: readonly WorkLine[] }) => {
  const { say, date } = useText()
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{say('stories.own')}</h2>
      <ul className="story-cards">
        {lines.map(({ id, title, verification, changed }) => (
          <Card
            key={id}
            id={id}
            name={title || say('stories.untitled')}
            about={[say('stories.changed', { date: date(changed) })]}
            origin={null}
            badge={<span className="badge">{say(`stories.state.${verification}`)}</span>}
          />
        ))}
      </ul>
    </section>
  )
}

type Props = { readonly list: StoryList; readonly own: readonly WorkLine[]; readonly mayBegin: boolean }

/** Every story that everyone may see, after those that the reader is still working on. */
export const List = ({ list, own, mayBegin }: Props) => {
  const { say, date } = useText()
  const unfinished = own.filter(({ verification }) => verification !== 'verified' && verification !== 'archived')
  return (
    <>
      <div className="desk-top">
        <h1>{say('stories.title')}</h1>
        {mayBegin && (
          <button type="button" className="button-main" onClick={() => changeStoryView({ isNew: true })}>
            {say('stories.new')}
          </button>
        )}
      </div>
      <p className="page-about">{say('stories.about')}</p>
      <Own lines={unfinished} />
      <section>
        <h2>{say('stories.public')}</h2>
        <p role="status" className="quiet">
          {say('stories.count', { count: list.stories.length, date: date(list.asOf.time) })}
        </p>
        {list.stories.length === 0 && <p className="page-note">{say('stories.empty')}</p>}
        <ul className="story-cards">
          {list.stories.map(({ id, name, subtitle, author, where, scenes, origin, confirmed }) => (
            <Card
              key={id}
              id={id}
              name={name}
              origin={origin}
              about={[
                subtitle,
                [where, say('stories.scenes', { count: scenes }), author].filter(Boolean).join(' · '),
                say('stories.confirmed', { date: date(confirmed) }),
              ]}
            >
              <a className="link" href={`/present/${encodeURIComponent(id)}`}>
                {say('stories.present')}
              </a>
            </Card>
          ))}
        </ul>
      </section>
    </>
  )
}
