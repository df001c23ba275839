import { openVersus } from '../analysis/open.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { formatView, parseView } from '../view.ts'
import type { Thinking } from './useThinking.ts'

/** What is thought about, as a sentence with pick-lists, and the way back to the map. */
export const Question = ({ about, context, shelf }: Pick<Thinking, 'about' | 'context' | 'shelf'>) => {
  const { say, language } = useText()
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const { view } = parseView(location.search)
  return (
    <header className="scenario-question">
      <h1>
        <span>{say('scenario.ask')}</span>{' '}
        <Pick
          look="word"
          name={say('scenario.theme')}
          value={about.theme}
          choices={context.themes.map(({ id, label }) => ({ value: id, label: label[language] }))}
          onPick={(theme) => changeView((v) => ({ ...v, theme }))}
        />{' '}
        <span>{say('scenario.ask.in')}</span>{' '}
        <Pick
          look="word"
          name={say('scenario.region')}
          value={about.region}
          choices={context.regencies.map(({ code, name }) => ({ value: code, label: name }))}
          onPick={(region) => changeView((v) => ({ ...v, region }))}
        />{' '}
        <span>{say('scenario.ask.when')}</span>{' '}
        <Pick
          look="word"
          name={say('scenario.period')}
          value={`${about.period.to}`}
          choices={years.map((value) => ({ value, label: value }))}
          onPick={(year) => changeView((v) => ({ ...v, period: { from: Number(year), to: Number(year) } }))}
        />
      </h1>
      <p>
        {say('scenario.about')}{' '}
        <a className="link" href={`/${formatView({ ...view, ...about, level: 'village' })}`}>
          {say('scenario.toMap')}
        </a>
        {shelf.current.changes.length > 0 && (
          <>
            {' · '}
            <a className="link" href={`/${formatView(openVersus({ ...view, ...about }, { kind: 'scenario' }))}`}>
              {say('scenario.versus')}
            </a>
          </>
        )}
      </p>
    </header>
  )
}
