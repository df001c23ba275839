import { type FormEvent, useMemo, useState } from 'react'
import type { ContextAnswer, CoverageUnit } from '../../data/model/answers.ts'
import { figureWords } from '../panel/Answer.tsx'
import { named } from '../panel/named.ts'
import { useCoverage } from '../queries.ts'
import { settleView } from '../settleView.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import { parseView, type View } from '../view.ts'
import { changeSince, LONGEST_NAME, rename, type SavedView, see, seenOf } from './shelf.ts'

type Props = {
  readonly saved: SavedView
  readonly view: View
  readonly context: ContextAnswer
  readonly changeView: ChangeView
  readonly onRemove: () => void
  readonly onClose: () => void
}

const Units = ({ words, units }: { readonly words: string; readonly units: readonly CoverageUnit[] }) =>
  units.length === 0 ? null : (
    <p>
      <strong>{words}</strong> {units.map(({ name, within }) => `${name} (${within})`).join(', ')}
    </p>
  )

/** Since when, how many more and fewer; behind it which. */
const Change = ({
  saved,
  view,
  units,
}: Pick<Props, 'saved' | 'view'> & { readonly units: readonly CoverageUnit[] }) => {
  const { say, date } = useText()
  const { added, gone } = changeSince(saved.seen, { units }, view.ask)
  const since = date(saved.seen.time)
  if (added.length + gone.length === 0) return <p className="saved-change">{say('saved.same', { since })}</p>
  const unitsOf = (count: number) => say(`panel.unit.${view.level}`, { count })
  return (
    <details className="saved-change" data-changed>
      <summary>
        {say('saved.changed', {
          since,
          gone: gone.length,
          goneUnits: unitsOf(gone.length),
          added: added.length,
          addedUnits: unitsOf(added.length),
        })}
      </summary>
      <Units words={say('saved.gone')} units={gone} />
      <Units words={say('saved.added')} units={added} />
    </details>
  )
}

const Rename = ({ saved, onDone }: Pick<Props, 'saved'> & { readonly onDone: () => void }) => {
  const { say } = useText()
  const [name, setName] = useState(saved.name)
  const take = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') rename(saved.id, name)
    onDone()
  }
  return (
    <form className="copy" onSubmit={take}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that asked for it is gone
        autoFocus
        aria-label={say('saved.name')}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button-quiet">
        {say('saved.renameDone')}
      </button>
    </form>
  )
}

/** One saved view with its figure as of now. */
export const SavedRow = ({ saved, view: present, context, changeView, onRemove, onClose }: Props) => {
  const text = useText()
  const { say, date } = text
  const [isRenamed, setRenamed] = useState(false)
  const view = useMemo(() => settleView(parseView(saved.search).view, context).view, [saved.search, context])
  const { data: coverage, error, refetch } = useCoverage(view)
  const words = coverage && figureWords(coverage, view, text)
  const question = say('panel.question', { ...named(view, context, text), ask: say(`panel.ask.${view.ask}`) })
  const open = () => {
    if (coverage) see(saved.id, seenOf(coverage, view.ask))
    onClose()
    changeView(() => ({ ...view, language: present.language, palette: present.palette }))
  }
  return (
    <li>
      {isRenamed ? <Rename saved={saved} onDone={() => setRenamed(false)} /> : <h3>{saved.name}</h3>}
      {saved.name !== question && <p className="quiet">{question}</p>}
      {error && !coverage ? (
        <p>
          {say('panel.trouble', { reason: '' })}{' '}
          <button type="button" className="link" onClick={() => void refetch()}>
            {say('shell.retry')}
          </button>
        </p>
      ) : (
        <p className="saved-figure" data-asked={view.ask}>
          <strong>{words?.figure ?? '–'}</strong> {words?.counted} {words?.denominator}
          {coverage && <span className="quiet"> {say('saved.asOf', { date: date(coverage.asOf.time) })}</span>}
        </p>
      )}
      {coverage && <Change saved={saved} view={view} units={coverage.units} />}
      <p className="saved-ways">
        <button
          type="button"
          className="button-quiet"
          aria-label={say('saved.openOf', { name: saved.name })}
          onClick={open}
        >
          {say('saved.open')}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-label={say('saved.renameOf', { name: saved.name })}
          onClick={() => setRenamed(true)}
        >
          {say('saved.rename')}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-label={say('saved.removeOf', { name: saved.name })}
          onClick={onRemove}
        >
          {say('saved.remove')}
        </button>
      </p>
    </li>
  )
}
