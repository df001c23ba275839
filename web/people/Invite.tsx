import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { isModerating, type PersonRole, ROLE_LABELS, ROLES } from '../../data/model/person.ts'
import type { InvitationMade } from '../../data/model/work.ts'
import { Copy } from '../pages/Copy.tsx'
import { Field } from '../pages/Field.tsx'
import { Picture } from '../pages/Picture.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './form.ts'
import { INVITATIONS_KEY } from './keys.ts'
import { useOrganisations } from './useOrganisations.ts'

const Made = ({ made }: { readonly made: InvitationMade }) => {
  const { say } = useText()
  return (
    <div className="made" role="status">
      <Copy label={say('people.invite.made')} value={made.link} />
      {made.isMailed && <p>{say('people.invite.mailed')}</p>}
      <Picture svg={made.qrSvg} words={say('people.invite.qr')} />
    </div>
  )
}

/** Hands out an invitation: who it is for, then the link and its QR code to pass on. */
export const Invite = () => {
  const { say, language } = useText()
  const { organisations } = useOrganisations()
  const [role, setRole] = useState<PersonRole>('partner')
  const id = useId()
  const client = useQueryClient()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (given: object) => send<InvitationMade>('POST', '/api/invitations', given),
    onSuccess: () => client.invalidateQueries({ queryKey: INVITATIONS_KEY }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = textOf(form, 'email')
    mutate({ role, organisation: textOf(form, 'organisation') || null, ...(email ? { email } : {}) })
  }
  const fitting = organisations.filter(({ kind }) => role !== 'planner' || kind === 'opd')
  return (
    <section className="page-sheet">
      <h2>{say('people.invite.title')}</h2>
      <p className="page-about">{say('people.invite.about')}</p>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-role`}>{say('people.invite.role')}</label>
          <select id={`${id}-role`} value={role} onChange={(event) => setRole(event.target.value as PersonRole)}>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {ROLE_LABELS[one][language]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-organisation`}>{say('people.invite.organisation')}</label>
          <select id={`${id}-organisation`} name="organisation" defaultValue="" required={!isModerating(role)}>
            <option value="">
              {say(isModerating(role) ? 'people.invite.noOrganisation' : 'people.invite.chooseOrganisation')}
            </option>
            {fitting.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <Field name="email" type="email" label={say('people.invite.email')} autoComplete="off" />
        <Refused error={error} />
        <button type="submit" className="button-main" disabled={isPending}>
          {say('people.invite.submit')}
        </button>
      </form>
      {data && <Made made={data} />}
    </section>
  )
}
