import { randomUUID } from 'node:crypto'
import type { Activity } from '../../data/model/activity.ts'
import type { Problem } from '../../data/model/answers.ts'
import type { PersonRole } from '../../data/model/person.ts'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Accepted, Step, WorkRecord } from '../../data/model/work.ts'
import type { RefusalMore } from '../../server/problems.ts'
import { addPerson, cookieOf } from '../people.ts'
import type { serve } from '../served.ts'
import { activity, point } from '../world.ts'

export type Served = Awaited<ReturnType<typeof serve>>
export type Fault = Problem & RefusalMore

/** What a sender writes of an activity: akar's work in Asam, complete enough to be reviewed. */
export const given = (changes: Partial<Activity> = {}) => {
  const {
    enteredBy: _,
    origin: __,
    verification: ___,
    ...record
  } = activity('', ['akar'], [point(0.005, 0.005)], {
    title: 'Kelas ibu hamil',
    confirmed: '2026-11-20',
    ...changes,
  })
  return record
}

/** Somebody at work: asks as a signed-in browser does. */
export const sit = async (served: Served, role: PersonRole, organisation: string | null = null) => {
  const { app, people } = served
  const person = await addPerson(people, role, organisation, { name: `${role} ${organisation ?? 'Sekber'}` })
  const headers = await cookieOf(people, person.id)
  const ask = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const at = (kind: Kind, id: string) => `/api/work/records/${kind}/${id}`
  const read = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T
  const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` })
  return {
    person: person.id,
    headers,
    ask,
    get: <T = unknown>(path: string) => read<T>(ask('GET', path)),
    open: (kind: Kind, id: string) => read<WorkRecord>(ask('GET', at(kind, id))),
    begin: (record: object, submit = false, operation: string = randomUUID(), kind: Kind = 'activity') =>
      ask('POST', `/api/work/records/${kind}`, { operation, record, submit }),
    save: (
      { kind, id, revision }: Pick<Accepted, 'kind' | 'id' | 'revision'>,
      record: object,
      submit = false,
      operation: string = randomUUID(),
    ) => ask('PUT', at(kind, id), { operation, record, submit }, ifMatch(revision)),
    step: (
      { kind, id, revision }: Pick<Accepted, 'kind' | 'id' | 'revision'>,
      step: Step,
      more: object = {},
      operation: string = randomUUID(),
    ) => ask('POST', `${at(kind, id)}/${step}`, { operation, ...more }, ifMatch(revision)),
  }
}
export type Desk = Awaited<ReturnType<typeof sit>>

export const accepted = async (response: Response | Promise<Response>): Promise<Accepted> => {
  const given = await response
  const body = (await given.json()) as Accepted
  if (!given.ok) throw new Error(`${given.status} ${JSON.stringify(body)}`)
  return body
}

export const refused = async (response: Response | Promise<Response>): Promise<Fault> =>
  (await (await response).json()) as Fault

export const asRecord = (kind: Kind, record: unknown): AnyRecord => ({ kind, record }) as AnyRecord
