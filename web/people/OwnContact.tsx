import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ContactConsent } from '../../data/model/person.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { useMoment } from './useMoment.ts'
import './personal.css'

const KEY = ['contact']
const ADDRESS = '/api/account/contact'

/** Whether one's name and address stand on the public page of one's organisation: by consent to a wording, until it is withdrawn. */
export const OwnContact = () => {
  const { say, date, language } = useText()
  const moment = useMoment()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<ContactConsent>(ADDRESS, signal),
  })
  const choose = useMutation({
    mutationFn: (wording: number | null) =>
      wording === null ? send('DELETE', ADDRESS) : send('PUT', ADDRESS, { wording }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const { given = null, asked } = data ?? {}
  const shown = given?.wording ?? asked
  return (
    <section className="page-sheet">
      <h2>{say('people.contact.title')}</h2>
      <p>{given ? say('people.contact.given', { time: moment(given.since) }) : say('people.contact.none')}</p>
      {shown && (
        <figure className="consent">
          <blockquote className="page-note">{shown.words[language]}</blockquote>
          <figcaption className="field-hint">
            {say('people.contact.version', { version: `${shown.version}`, since: date(shown.since) })}
          </figcaption>
        </figure>
      )}
      <Refused error={error ?? choose.error} />
      {shown && (
        <button
          type="button"
          className="button-quiet"
          disabled={choose.isPending}
          onClick={() => choose.mutate(given ? null : shown.version)}
        >
          {say(given ? 'people.contact.withdraw' : 'people.contact.give')}
        </button>
      )}
    </section>
  )
}
