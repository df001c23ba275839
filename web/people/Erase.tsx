import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonSummary } from '../../data/model/person.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { PEOPLE_KEY } from './keys.ts'
import './personal.css'

type Props = { readonly person: Pick<PersonSummary, 'id' | 'name' | 'email'>; readonly organisation: string }

/** Erases a person for good (UU PDP), once it is confirmed whom it is about and what stays. */
export const Erase = ({ person: { id, name, email }, organisation }: Props) => {
  const { say } = useText()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: () => send('DELETE', `/api/people/${id}`),
    onSuccess: () => {
      setOpen(false)
      return client.invalidateQueries({ queryKey: PEOPLE_KEY })
    },
  })
  const turn = (next: boolean): void => {
    reset()
    setOpen(next)
  }
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={turn}>
      <AlertDialog.Trigger className="button-quiet" aria-label={say('people.eraseOf', { name })}>
        {say('people.erase')}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="veil" />
        <AlertDialog.Popup className="page erase">
          <AlertDialog.Title className="erase-title">{say('people.erase.title', { name })}</AlertDialog.Title>
          <AlertDialog.Description render={<div className="erase-about" />}>
            <p>{say('people.erase.goes', { name, email })}</p>
            <p>{say('people.erase.stays', { organisation })}</p>
          </AlertDialog.Description>
          <Refused error={error} />
          <div className="erase-choice">
            <AlertDialog.Close className="button-quiet">{say('people.erase.keep')}</AlertDialog.Close>
            <button type="button" className="button-main" disabled={isPending} onClick={() => mutate()}>
              {say('people.erase.confirm', { name })}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
