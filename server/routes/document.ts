import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from '../access/caller.ts'
import { RIGHTS, type Right } from '../access/rights.ts'
import { VERSION } from '../version.ts'

const DESCRIPTION = `Who does what, where and when in a regency, and what nobody does yet.

What is open to everyone is read-only and the same for all; every figure carries \`asOf\`, the journal position it was computed from. What needs somebody signed in names the roles: sign in (\`POST /api/session\`) or send a personal token. Changes from a browser come from Bentang's own pages only.`

const SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'bentang',
    description: 'Set by `POST /api/session`; `__Host-bentang` on https.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal token, `bt_...`, made in a signed-in browser; its scopes are named by each operation.',
  },
} as const

/** How one operation is entered; nothing for what is open to everyone. */
const entranceOf = ({ roles, scope, isOpen }: Right) => {
  if (isOpen) return {}
  const isForAll = roles.includes('public')
  const entrances = [...(isForAll ? [{}] : []), { session: [] }, ...(scope ? [{ token: [] }] : [])]
  return { security: entrances, 'x-roles': roles, ...(scope ? { 'x-scope': scope } : {}) }
}

/** The document of every route, with who may ask taken from the table of rights. */
export const describeRoutes = (app: OpenAPIHono<AppEnv>) => {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Bentang', version: VERSION, description: DESCRIPTION },
    servers: [{ url: '/' }],
  })
  const paths = Object.entries(document.paths ?? {}).map(([path, operations]) => {
    const routed = path.replaceAll(/\{(\w+)\}/g, ':$1')
    const entered = Object.entries(operations ?? {}).map(([method, operation]) => {
      const right = RIGHTS[`${method.toUpperCase()} ${routed}`]
      return [method, right ? { ...(operation as object), ...entranceOf(right) } : operation]
    })
    return [path, Object.fromEntries(entered)]
  })
  const components = { ...document.components, securitySchemes: SCHEMES }
  return { ...document, components, paths: Object.fromEntries(paths) as Record<string, object> }
}
