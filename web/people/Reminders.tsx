import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReminderSettings } from '../../data/model/reminder.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'

const KEY = ['reminders']

/** Whether mail reminds of what nobody has confirmed for long; nothing where this server sends no mail. */
export const Reminders = () => {
  const { say } = useText()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<ReminderSettings>('/api/reminders', signal),
  })
  const choose = useMutation({
    mutationFn: (isReminded: boolean) => send('PUT', '/api/reminders', { isReminded }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  if (!data?.canMail) return <Refused error={error} />
  return (
    <section className="page-sheet">
      <h2>{say('people.reminders.title')}</h2>
      <label className="line-choice">
        <input
          type="checkbox"
          checked={choose.isPending ? choose.variables : data.isReminded}
          onChange={(event) => choose.mutate(event.target.checked)}
        />
        {say('people.reminders.want')}
      </label>
      <p className="field-hint">{say('people.reminders.about')}</p>
      <Refused error={choose.error} />
    </section>
  )
}
