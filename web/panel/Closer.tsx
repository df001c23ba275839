import { ChevronRight } from 'lucide-react'
import { neighboursOf, openComparison, openCorridor, openPairs, openYearVersus } from '../analysis/open.ts'
import { useText } from '../text/useText.ts'
import type { Opened } from '../useShortcuts.ts'
import type { View } from '../view.ts'
import type { PartProps } from './props.ts'

type Props = PartProps & { readonly onOpen: (opened: Opened) => void }

/** What can be asked next of the same question. */
export const Closer = ({ view, context, changeView, onOpen }: Props) => {
  const { say } = useText()
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  const neighbours = neighboursOf(context.regencies, view.region)
  const steps: readonly (readonly [words: string, change: (view: View) => View])[] = [
    [say('panel.closer.pairs'), openPairs],
    [say('panel.closer.compare', { year: `${view.period.to - 1}` }), openComparison],
    [say('panel.closer.versus'), openYearVersus],
    ...(neighbours
      ? [
          [
            say('panel.closer.corridor', { a: nameOf(neighbours[0]), b: nameOf(neighbours[1]) }),
            (v: View) => openCorridor(v, neighbours),
          ] as const,
        ]
      : []),
  ]
  return (
    <section className="closer" aria-labelledby="closer-title">
      <div className="section-head">
        <h2 id="closer-title">{say('panel.closer')}</h2>
      </div>
      <ul>
        {steps.map(([words, change]) => (
          <li key={words}>
            <button type="button" className="closer-step" onClick={() => changeView(change)}>
              {words}
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="closer-step" onClick={() => onOpen('multiples')}>
            {say('panel.closer.multiples')}
            <ChevronRight aria-hidden="true" />
          </button>
        </li>
        <li>
          <button type="button" className="closer-step" onClick={() => onOpen('flows')}>
            {say('panel.closer.flows')}
            <ChevronRight aria-hidden="true" />
          </button>
        </li>
        <li>
          <a className="closer-step" href={`/scenario${location.search}`}>
            {say('panel.closer.scenario')}
            <ChevronRight aria-hidden="true" />
          </a>
        </li>
      </ul>
    </section>
  )
}
