import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import type { EmbedSites } from '../../data/model/embed_sites.ts'
import { isModerating } from '../../data/model/person.ts'
import { ask } from '../api.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { changeMaking } from './state.ts'

const KEY = ['embeds']
const ADDRESS = '/api/embeds'

type Change =
  | { readonly method: 'PUT'; readonly address: string; readonly body: object }
  | { readonly method: 'DELETE'; readonly address: string }

const useSites = () => {
  const client = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => ask<EmbedSites>(ADDRESS, signal) })
  const change = useMutation({
    mutationFn: (one: Change) => send<EmbedSites>(one.method, one.address, 'body' in one ? one.body : undefined),
    onSuccess: (sites) => client.setQueryData(KEY, sites),
  })
  return { query, change }
}

const keyUse = (site: string) => changeMaking((making) => ({ ...making, embed: { ...making.embed, site } }))

const Lists = ({ sites, onDrop }: { readonly sites: EmbedSites; readonly onDrop: (key: string) => void }) => {
  const { say } = useText()
  if (sites.lists.length === 0) return <p className="field-hint">{say('widget.sites.none')}</p>
  return (
    <ul className="widget-lists">
      {sites.lists.map(({ key, name, origins }) => (
        <li key={key}>
          <strong>{key}</strong> {name && <span>{name}</span>}
          <span className="widget-origins">{origins.join(', ')}</span>
          <span className="widget-row">
            <button type="button" className="button-quiet" onClick={() => keyUse(key)}>
              {say('widget.sites.use', { key })}
            </button>
            <button type="button" className="button-quiet" onClick={() => onDrop(key)}>
              {say('widget.sites.drop', { key })}
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}

const Added = ({ onKeep }: { readonly onKeep: (key: string, body: object) => void }) => {
  const { say } = useText()
  const id = useId()
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const origins = `${given.get('origins')}`.split(/[\s,]+/).filter(Boolean)
    onKeep(`${given.get('key')}`, { name: `${given.get('name')}`, origins })
  }
  return (
    <form className="widget-add" onSubmit={keep}>
      <Field
        name="key"
        required
        pattern="[a-z0-9][a-z0-9\-]*"
        maxLength={40}
        label={say('widget.sites.key')}
        hint={say('widget.sites.key.hint')}
      />
      <Field name="name" maxLength={120} label={say('widget.sites.name')} />
      <div className="field">
        <label htmlFor={id}>{say('widget.sites.origins')}</label>
        <textarea id={id} name="origins" required rows={3} aria-describedby={`${id}-hint`} />
        <p className="field-hint" id={`${id}-hint`}>
          {say('widget.sites.origins.hint')}
        </p>
      </div>
      <button type="submit" className="button-quiet">
        {say('widget.sites.keep')}
      </button>
    </form>
  )
}

const Kept = () => {
  const { say } = useText()
  const { query, change } = useSites()
  const sites = query.data
  return (
    <section className="page-sheet">
      <h2>{say('widget.sites')}</h2>
      <p>{say('widget.sites.about')}</p>
      {(query.error ?? change.error) && <Refused error={query.error ?? change.error} />}
      {sites && (
        <>
          <label className="widget-check">
            <input
              type="checkbox"
              checked={sites.isOpen}
              onChange={() => change.mutate({ method: 'PUT', address: ADDRESS, body: { isOpen: !sites.isOpen } })}
            />
            {say('widget.sites.open')}
          </label>
          <Lists
            sites={sites}
            onDrop={(key) => change.mutate({ method: 'DELETE', address: `${ADDRESS}/${encodeURIComponent(key)}` })}
          />
          <Added
            onKeep={(key, body) =>
              change.mutate({ method: 'PUT', address: `${ADDRESS}/${encodeURIComponent(key)}`, body })
            }
          />
        </>
      )}
    </section>
  )
}

/** Which sites may show widgets; for Sekber and admins. */
export const Sites = () => {
  const { data: session } = useSession()
  return session?.role && isModerating(session.role) && !session.mustSetTotp ? <Kept /> : null
}
