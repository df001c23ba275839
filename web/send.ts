import { AskError, refusalOf } from './api.ts'

/** Sends a change as JSON and reads the answer; an answer without a body is null. Throws AskError with the server's words. */
export const send = async <Answer = null>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const response = await fetch(address, {
    method,
    headers: {
      'Accept-Language': document.documentElement.lang,
      ...(body ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new AskError(0, '')
  })
  if (!response.ok) throw await refusalOf(response)
  return (response.status === 204 ? null : await response.json()) as Answer
}
