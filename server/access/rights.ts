import type { CallerRole, Scope } from '../../data/model/person.ts'

/** Who may ask what: the doorkeeper reads it, and a test asks every route as every role and compares. */
export type Right = {
  readonly roles: readonly CallerRole[]
  /** Open routes answer everyone the same, from what everyone may see: kept by URL, readable from any site. */
  readonly isOpen?: true
  /** What a token needs to come in here; without it only a signed-in browser may. */
  readonly scope?: Scope
  /** What a change is asked with: JSON, a GeoJSON feature, a picture, or any file under an `X-File-Name`. */
  readonly body?: 'json' | 'feature' | 'image' | 'file'
  /** Asked with a body, yet nothing is changed by it: a server that only reads answers it too. */
  readonly isReading?: true
  /** Also for moderators and admins who have no second factor yet. */
  readonly beforeTotp?: true
}

const ANYONE: readonly CallerRole[] = ['public', 'partner', 'planner', 'moderator', 'admin']
const MEMBERS: readonly CallerRole[] = ['partner', 'planner', 'moderator', 'admin']
/** Departments and Sekber. */
const DECIDING: readonly CallerRole[] = ['planner', 'moderator', 'admin']
const SEKBER: readonly CallerRole[] = ['moderator', 'admin']
const ADMINS: readonly CallerRole[] = ['admin']

const OPEN: Right = { roles: ANYONE, isOpen: true }
const DOOR: Right = { roles: ANYONE, beforeTotp: true }
const JSON_DOOR: Right = { ...DOOR, body: 'json' }

/** Paths as the router writes them. A route without a row is refused. */
export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /healthz': OPEN,
  'GET /': OPEN,
  'GET /p/:kind/:id': OPEN,
  'GET /present/:id': OPEN,
  'GET /data': OPEN,
  'GET /data/:layer': OPEN,
  'GET /data/:layer/metadata.json': OPEN,
  'GET /data/:layer/metadata.xml': OPEN,
  'GET /catalogue.json': OPEN,
  'GET /og/*': OPEN,
  'GET /robots.txt': OPEN,
  'GET /.well-known/security.txt': OPEN,
  'GET /sitemap.xml': OPEN,
  'GET /docs': OPEN,
  'GET /docs/start.js': OPEN,
  'GET /docs/:file': OPEN,
  'GET /ogc': OPEN,
  'GET /ogc/': OPEN,
  'GET /ogc/api': OPEN,
  'GET /ogc/conformance': OPEN,
  'GET /ogc/collections': OPEN,
  'GET /ogc/collections/:id': OPEN,
  'GET /ogc/collections/:id/schema': OPEN,
  'GET /ogc/collections/:id/queryables': OPEN,
  'GET /ogc/collections/:id/items': OPEN,
  'GET /ogc/collections/:id/items/:item': OPEN,
  'POST /ogc/collections/:id/items': { roles: MEMBERS, scope: 'write', body: 'feature' },
  'PUT /ogc/collections/:id/items/:item': { roles: MEMBERS, scope: 'write', body: 'feature' },
  'PATCH /ogc/collections/:id/items/:item': { roles: MEMBERS, scope: 'write', body: 'feature' },
  'DELETE /ogc/collections/:id/items/:item': { roles: MEMBERS, scope: 'write' },
  'GET /ogc/collections/:id/tiles': OPEN,
  'GET /ogc/collections/:id/tiles/WebMercatorQuad': OPEN,
  'GET /ogc/collections/:id/tiles/WebMercatorQuad/:tileMatrix/:tileRow/:tileCol': OPEN,
  'GET /ogc/collections/:id/styles': OPEN,
  'GET /ogc/tileMatrixSets': OPEN,
  'GET /ogc/tileMatrixSets/WebMercatorQuad': OPEN,
  'GET /api/openapi.json': OPEN,
  'GET /api/context': OPEN,
  'GET /api/layers': OPEN,
  'GET /api/search': OPEN,
  'GET /api/features/:layer': OPEN,
  'POST /api/features/:layer': OPEN,
  'GET /api/records/:kind/:id': OPEN,
  'GET /api/profile/:id': OPEN,
  'GET /api/profile/:id/report.pdf': OPEN,
  'GET /api/places/:code': OPEN,
  'GET /api/picture.png': OPEN,
  'GET /api/sheet.pdf': OPEN,
  'POST /api/sheet.pdf': OPEN,
  'GET /api/sheet.png': OPEN,
  'GET /api/export/:file': OPEN,
  'GET /api/export/answers/:file': OPEN,
  'GET /api/coverage': OPEN,
  'GET /api/coverage.csv': OPEN,
  'GET /api/coverage.geojson': OPEN,
  'GET /api/coverage/years': OPEN,
  'GET /api/overlaps': OPEN,
  'GET /api/overlaps.csv': OPEN,
  'GET /api/overlaps.geojson': OPEN,
  'GET /api/points': OPEN,
  'GET /api/flows': OPEN,
  'GET /api/flows.csv': OPEN,
  'GET /api/3w.csv': OPEN,
  'GET /api/iati.xml': OPEN,
  'GET /api/gaps.csv': OPEN,
  'GET /api/gaps.geojson': OPEN,
  'GET /api/corridor': OPEN,
  'GET /api/change': OPEN,
  'GET /api/change.csv': OPEN,
  'GET /api/changes': OPEN,
  'GET /api/changes.atom': OPEN,
  'GET /api/dashboard': OPEN,
  'GET /api/dashboard.csv': OPEN,
  'GET /api/dashboard/records': OPEN,
  'GET /api/dashboard/villages': OPEN,
  'GET /api/dashboard/change': OPEN,
  'GET /api/dashboard/week': OPEN,
  'GET /api/explanation': OPEN,
  'POST /api/area-report': OPEN,
  'POST /api/area-report.pdf': OPEN,
  'POST /api/scenario': OPEN,
  'GET /api/convergence': OPEN,
  'GET /api/award': OPEN,
  'GET /api/award.csv': OPEN,
  'GET /api/agreements': OPEN,
  'GET /api/agreements/kinds': OPEN,
  'GET /api/agreements.ics': OPEN,
  'GET /api/plans': OPEN,
  'GET /api/plans/:id': OPEN,
  'GET /api/plans.ics': OPEN,
  'GET /api/stories': OPEN,
  'GET /api/stories/:id': OPEN,
  'GET /api/stories/:id/pack.html': OPEN,
  'GET /api/stories/:id/slides.pptx': OPEN,
  'GET /api/stories/:id/story.pdf': OPEN,
  'GET /api/matches': OPEN,
  'GET /api/matches/compared': OPEN,
  'GET /api/matches/departments': OPEN,
  'GET /tiles/:tileset/:z/:x/:y': OPEN,
  'GET /tiles/:file': OPEN,
  'GET /styles/:file': OPEN,
  'GET /styles/fonts/:file': OPEN,
  'GET /embed': OPEN,
  'GET /embed/': OPEN,
  'GET /oembed': OPEN,
  'GET /embed/v1/:region/:theme/:period/:file': OPEN,
  'GET /embed/v1/tiles/:tileset/:z/:x/:file': OPEN,
  'GET /embed/v1/tiles/:layer/:theme/:period/:z/:x/:file': OPEN,

  'GET /api/session': DOOR,
  'POST /api/session': JSON_DOOR,
  'DELETE /api/session': DOOR,
  'GET /api/sessions': { roles: MEMBERS },
  'DELETE /api/sessions': { roles: MEMBERS, beforeTotp: true },
  'DELETE /api/sessions/:id': { roles: MEMBERS },
  'POST /api/password': { roles: MEMBERS, body: 'json' },
  'POST /api/totp': { roles: MEMBERS, body: 'json', beforeTotp: true },
  'POST /api/totp/confirm': { roles: MEMBERS, body: 'json', beforeTotp: true },
  'POST /api/totp/remove': { roles: MEMBERS, body: 'json' },

  'GET /api/account': { roles: MEMBERS },
  'POST /api/account/erase': { roles: MEMBERS, body: 'json' },
  'GET /api/account/contact': { roles: MEMBERS },
  'PUT /api/account/contact': { roles: MEMBERS, body: 'json' },
  'DELETE /api/account/contact': { roles: MEMBERS },
  // For everyone, and yet kept nowhere and read by no other site: a consent may be withdrawn at any moment.
  'GET /api/contacts/:id': { roles: ANYONE },
  'GET /api/reminders': { roles: MEMBERS },
  'PUT /api/reminders': { roles: MEMBERS, body: 'json' },

  'POST /api/invitations': { roles: ADMINS, body: 'json' },
  'GET /api/invitations': { roles: ADMINS },
  'DELETE /api/invitations/:id': { roles: ADMINS },
  'POST /api/invitations/open': JSON_DOOR,
  'POST /api/invitations/accept': JSON_DOOR,
  'GET /api/people': { roles: ADMINS },
  'PATCH /api/people/:id': { roles: ADMINS, body: 'json' },
  'DELETE /api/people/:id': { roles: ADMINS },
  'GET /api/organisations/trust': { roles: ADMINS },
  'PUT /api/organisations/:id/trust': { roles: ADMINS, body: 'json' },
  'GET /api/tokens': { roles: MEMBERS },
  'POST /api/tokens': { roles: MEMBERS, body: 'json' },
  'DELETE /api/tokens/:id': { roles: MEMBERS },

  'GET /api/work/records': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/records/:kind/:id': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/records/:kind/:id/history': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/records/:kind/:id/reward': { roles: MEMBERS, scope: 'read' },
  'POST /api/work/records/:kind': { roles: MEMBERS, scope: 'write', body: 'json' },
  'PUT /api/work/records/:kind/:id': { roles: MEMBERS, scope: 'write', body: 'json' },
  'POST /api/work/records/:kind/:id/:step': { roles: MEMBERS, scope: 'write', body: 'json' },
  'POST /api/work/shape': { roles: ANYONE, scope: 'write', body: 'json', isReading: true },
  'POST /api/work/check': { roles: MEMBERS, scope: 'write', body: 'json', isReading: true },
  'POST /api/work/undo': { roles: MEMBERS, scope: 'write', body: 'json' },
  'GET /api/work/map': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/matches': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/stories/:id': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/stories/:id/pack.html': { roles: MEMBERS, scope: 'read' },
  'GET /api/work/stories/:id/slides.pptx': { roles: MEMBERS, scope: 'read' },
  'PUT /api/work/matches/:target/:partner': { roles: DECIDING, scope: 'write', body: 'json' },
  'GET /api/embeds': { roles: SEKBER },
  'PUT /api/embeds': { roles: SEKBER, body: 'json' },
  'PUT /api/embeds/:key': { roles: SEKBER, body: 'json' },
  'DELETE /api/embeds/:key': { roles: SEKBER },
  'GET /api/review': { roles: SEKBER },
  'POST /api/review/claims': { roles: SEKBER, body: 'json' },
  'DELETE /api/review/claims': { roles: SEKBER, body: 'json' },
  'POST /api/review/accept': { roles: SEKBER, body: 'json' },
  'GET /api/journal': { roles: ADMINS },
  'GET /api/journal/lines': { roles: ADMINS, scope: 'replicate' },
  'GET /api/events': { roles: ANYONE, scope: 'read' },

  'POST /api/photos': { roles: MEMBERS, scope: 'write', body: 'image' },
  'GET /api/photos/:id': { roles: ANYONE, scope: 'read' },

  'POST /api/imports': { roles: MEMBERS, scope: 'import', body: 'file' },
  'GET /api/imports': { roles: MEMBERS, scope: 'import' },
  'GET /api/imports/template.csv': { roles: MEMBERS, scope: 'import' },
  'GET /api/imports/template.xlsx': { roles: MEMBERS, scope: 'import' },
  'GET /api/imports/:id': { roles: MEMBERS, scope: 'import' },
  'PUT /api/imports/:id/choices': { roles: MEMBERS, scope: 'import', body: 'json' },
  'GET /api/imports/:id/rows': { roles: MEMBERS, scope: 'import' },
  'PATCH /api/imports/:id/rows/:row': { roles: MEMBERS, scope: 'import', body: 'json' },
  'POST /api/imports/:id/commit': { roles: MEMBERS, scope: 'import', body: 'json' },
  'DELETE /api/imports/:id': { roles: MEMBERS, scope: 'import' },
}

const asPattern = (path: string): RegExp => new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)

const ROWS = Object.entries(RIGHTS).map(([row, right]) => {
  const [method = '', path = ''] = row.split(' ')
  return { method, path, pattern: asPattern(path), room: path.split('/')[2] ?? '', right }
})

const PRIVATE_ROOMS = new Set(
  ROWS.filter(({ right, path }) => !right.isOpen && path.startsWith('/api/')).map(({ room }) => room),
)

/** What depends on who asks: `/api/<room>` and all below it. Such a room holds no open route, which a test keeps. */
export const isPrivatePath = (path: string): boolean => {
  const [, api, room = ''] = path.split('/')
  return api === 'api' && PRIVATE_ROOMS.has(room)
}

/** The few that lie outside of such rooms. */
const WRITES_ELSEWHERE = ROWS.filter(({ right, path }) => !right.isOpen && !path.startsWith('/api/'))

/** Whether what is asked here depends on who asks: addresses that everyone reads may be written to by some. */
export const asksWho = (method: string, path: string): boolean =>
  isPrivatePath(path) || WRITES_ELSEWHERE.some((row) => row.method === method && row.pattern.test(path))

/** The methods that a path is served with, as in the table; empty where nothing is. */
export const methodsAt = (path: string): readonly string[] =>
  ROWS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
