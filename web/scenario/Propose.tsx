import { useState } from 'react'
import { newId } from '../edit/new_id.ts'
import { type Sent, sendSave } from '../edit/send.ts'
import { signInAddress } from '../page.ts'
import { themeName } from '../panel/card/names.ts'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { additionsIn, draftRecord, type Proposal } from './proposals.ts'
import type { Thinking } from './useThinking.ts'
import { placesWords, wordsOf } from './words.ts'

const Outcome = ({ sent }: { readonly sent: Sent }) => {
  const { say } = useText()
  if (sent.kind === 'accepted') return <small role="status">{say('scenario.propose.sent')}</small>
  return (
    <small className="form-refused" role="alert">
      {sent.kind === 'lost' ? say('scenario.propose.lost') : sent.words}
    </small>
  )
}

/** The additions, each with a title, to be confirmed one by one before anything is recorded. */
const Confirm = ({ thinking, onClose }: { readonly thinking: Thinking; readonly onClose: () => void }) => {
  const text = useText()
  const { say, count, language } = text
  const { shelf, names, context } = thinking
  const [proposals, setProposals] = useState<readonly Proposal[]>(() =>
    additionsIn(shelf.current.changes).map((change) => ({
      change,
      id: `a-${newId()}`,
      operation: newId(),
      title: say('scenario.propose.suggested', {
        theme: themeName(context, change.theme, language),
        places: placesWords(change.places, names, text),
      }).slice(0, 200),
    })),
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map())
  const [busy, setBusy] = useState(false)
  const waiting = proposals.filter(
    ({ id, title }) => !left.has(id) && title.trim() && sent.get(id)?.kind !== 'accepted',
  )
  const send = async () => {
    setBusy(true)
    const today = new Date().toLocaleDateString('sv')
    const source = say('scenario.propose.source', { name: shelf.current.name || say('scenario.unnamed') })
    for (const proposal of waiting) {
      const outcome = await sendSave({ revision: null, body: draftRecord(proposal, source, today) })
      setSent((now) => new Map(now).set(proposal.id, outcome))
      if (outcome.kind === 'signed_out') break
    }
    setBusy(false)
  }
  const choose = (id: string) =>
    setLeft((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <form
      className="scenario-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className="page-about">{say('scenario.propose.about')}</p>
      <ol className="scenario-proposals">
        {proposals.map((proposal, at) => {
          const { id, change, title } = proposal
          const outcome = sent.get(id)
          const number = `${at + 1}`
          return (
            <li key={id}>
              <input
                type="checkbox"
                aria-label={say('scenario.propose.choose', { number })}
                checked={!left.has(id)}
                disabled={busy || outcome?.kind === 'accepted'}
                onChange={() => choose(id)}
              />
              <div>
                <input
                  aria-label={say('scenario.propose.title', { number })}
                  value={title}
                  maxLength={200}
                  readOnly={busy || outcome?.kind === 'accepted'}
                  onChange={({ target }) =>
                    setProposals((now) => now.toSpliced(at, 1, { ...proposal, title: target.value }))
                  }
                />
                <small>{wordsOf(change, names, text)}</small>
                {outcome && <Outcome sent={outcome} />}
              </div>
            </li>
          )
        })}
      </ol>
      <div className="scenario-acts">
        <button type="submit" className="button-main" disabled={busy || waiting.length === 0}>
          {busy ? say('pages.busy') : say('scenario.propose.send', { count: count(waiting.length) })}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {say('scenario.cancel')}
        </button>
        {[...sent.values()].some(({ kind }) => kind === 'accepted') && (
          <a className="link" href="/work">
            {say('scenario.propose.work')}
          </a>
        )}
      </div>
    </form>
  )
}

/** From thinking to doing: the one part of this screen that records anything, and only after a list was confirmed. */
export const Propose = ({ thinking }: { readonly thinking: Thinking }) => {
  const { say } = useText()
  const { data: session } = useSession()
  const [open, setOpen] = useState(false)
  const { changes } = thinking.shelf.current
  if (changes.length === 0) return null
  const body = () => {
    if (additionsIn(changes).length === 0) return <p className="page-about">{say('scenario.propose.none')}</p>
    if (!session?.person)
      return (
        <a className="link" href={signInAddress(location)}>
          {say('scenario.propose.signIn')}
        </a>
      )
    if (open) return <Confirm key={JSON.stringify(changes)} thinking={thinking} onClose={() => setOpen(false)} />
    return (
      <button type="button" className="button-quiet" onClick={() => setOpen(true)}>
        {say('scenario.propose')}
      </button>
    )
  }
  return (
    <section className="scenario-shelf" aria-labelledby="scenario-propose">
      <h2 id="scenario-propose">{say('scenario.propose')}</h2>
      {body()}
    </section>
  )
}
