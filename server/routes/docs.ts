import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Hono } from 'hono'
import { PROBLEMS } from '../problems.ts'
import { createAssets } from '../transport/assets.ts'

const SERVED = ['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']

const START = `window.addEventListener('load', () => {
  SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })
})
`

const problems = Object.entries(PROBLEMS)
  .map(
    ([name, { status, title }]) =>
      `<tr id="${name}"><td>${status}</td><td>${name}</td><td>${title.id}</td><td lang="en">${title.en}</td></tr>`,
  )
  .join('\n')

const PAGE = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API Bentang</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<style>body { margin: 0 } .problems { max-width: 1460px; margin: 0 auto; padding: 0 20px 40px; font: 14px/1.5 sans-serif } td { padding: 4px 16px 4px 0; vertical-align: top }</style>
</head>
<body>
<main id="api"></main>
<section class="problems"><h2>Penolakan (RFC 9457)</h2><table>
${problems}
</table></section>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** The reference page, from our own server only; nothing on it runs inline. */
export const docsRoutes = () => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const assets = createAssets(folder, (path) => SERVED.includes(path))
  return new Hono()
    .get('/docs', (c) => c.html(PAGE, 200, { 'Cache-Control': 'no-cache' }))
    .get('/docs/start.js', (c) =>
      c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }),
    )
    .get('/docs/:file', async (c) => (await assets.find(`/${c.req.param('file')}`, c.req.raw)) ?? c.notFound())
}
