import { OUR_PAGE } from '../people.ts'
import type { serve } from '../served.ts'

type Served = Awaited<ReturnType<typeof serve>>

/** A browser with a jar for one cookie; `address` is where it connects from. */
export const openBrowser = ({ app }: Pick<Served, 'app'>, address = '10.0.0.1') => {
  let cookie: string | null = null
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await app.request(
      `${path}${path.includes('?') ? '&' : '?'}lang=en`,
      {
        method,
        headers: { ...OUR_PAGE, ...(cookie === null ? {} : { Cookie: cookie }), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
      { incoming: { socket: { remoteAddress: address } } },
    )
    const set = response.headers.get('Set-Cookie')
    if (set) cookie = /Max-Age=0/.test(set) ? null : set.split(';')[0]!
    const text = await response.text()
    // biome-ignore lint/suspicious/noExplicitAny: each test names what it expects of the answer
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as any, set }
  }
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: object = {}) => ask('POST', path, body),
    put: (path: string, body: object) => ask('PUT', path, body),
    patch: (path: string, body: object) => ask('PATCH', path, body),
    delete: (path: string) => ask('DELETE', path),
    ask,
    cookie: () => cookie,
    /** Takes over what another browser held, as a thief would. */
    steal: (stolen: string | null) => {
      cookie = stolen
    },
  }
}

export const GOOD_PASSWORD = 'tiang hujan sepeda lampu'

/** Accepts an invitation made for this; the browser is signed in afterwards. */
export const join = async (
  served: Served,
  browser: ReturnType<typeof openBrowser>,
  {
    role,
    organisation = null,
    email,
  }: { role: 'partner' | 'planner' | 'moderator' | 'admin'; organisation?: string | null; email: string },
) => {
  const { secret } = await served.people.invitations.make({ role, organisation, email: null }, 'operator')
  const { status, body } = await browser.post('/api/invitations/accept', {
    secret,
    name: 'Sari Dewi',
    email,
    password: GOOD_PASSWORD,
  })
  if (status !== 200) throw new Error(`The invitation was not accepted: ${JSON.stringify(body)}`)
  return body.person as { readonly id: string; readonly email: string }
}
