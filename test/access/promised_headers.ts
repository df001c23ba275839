/** As the bar for security says it; what the server keeps of it elsewhere is held against this. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'"
/** Of what is only data. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
const REFERRER = 'strict-origin-when-cross-origin'
const features = (geolocation: string) => `camera=(), microphone=(), payment=(), usb=(), geolocation=(${geolocation})`

/** What an answer is to a browser. */
export type Kind = 'private' | 'open' | 'widget' | 'page' | 'file'

/** What each kind of answer carries; null: what it must not carry. */
export const PROMISED: Readonly<Record<Kind, Readonly<Record<string, string | null>>>> = {
  private: {
    'Content-Security-Policy': DATA_POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': null,
  },
  open: {
    'Content-Security-Policy': DATA_POLICY,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
  },
  widget: {
    'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Permissions-Policy': features(''),
    'Referrer-Policy': REFERRER,
    'Access-Control-Allow-Origin': null,
  },
  page: {
    'Content-Security-Policy': PAGE_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': features('self'),
    'Referrer-Policy': REFERRER,
    'X-Frame-Options': 'DENY',
    'Access-Control-Allow-Origin': null,
  },
  file: {
    'Content-Security-Policy': DATA_POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Access-Control-Allow-Origin': null,
  },
}
/** Files of the client, by what they may do: a worker obeys the policy of its own file. */
export const FILES: Readonly<Record<string, Kind>> = {
  'assets/main-abcdefgh.js': 'file',
  'assets/main-abcdefgh.css': 'file',
  'assets/maplibre-gl-worker-abcdefgh.js': 'page',
  'service-worker.js': 'page',
  'icon.svg': 'file',
  'manifest.webmanifest': 'file',
  'embed/assets/main-abcdefgh.js': 'widget',
}
/** On every answer. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Credentials': null,
  Server: null,
  'X-Powered-By': null,
}
