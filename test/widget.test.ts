import { describe, expect, test } from 'vitest'
import { contrastOf } from '../data/model/contrast.ts'
import { DEFAULT_EMBED, parseEmbed } from '../data/model/embed.ts'
import { EMBED_HEIGHT, heightOf, isHello } from '../data/model/embed_messages.ts'
import { parseOrigin, readSiteList, sitesFor } from '../data/model/embed_sites.ts'
import { PALETTES } from '../styles/palette.ts'
import { frameOf } from '../web/embed/colours.ts'
import { snippetsOf } from '../web/widget/snippets.ts'
import { formatMaking, parseMaking } from '../web/widget/state.ts'

const ORIGIN = 'https://bentang.example'
const NO_COLOURS = { paper: null, ink: null, accent: null }

describe('a widget that is being made', () => {
  test('lives in the address beside the language of the page', () => {
    const search =
      '?region=61.11&theme=tourism&period=2025&level=island&show=list&paper=FFFFFF&widget_lang=en&widget_palette=dark&lang=id&width=640&height=400'
    const making = parseMaking(search)
    expect([making.embed.language, making.embed.palette, making.widthPx, making.heightPx]).toEqual([
      'en',
      'dark',
      640,
      400,
    ])
    const again = formatMaking(making, search)
    expect(parseMaking(again)).toEqual(making)
    expect(new URLSearchParams(again).get('lang')).toBe('id')
  })

  test('falls back where its size is damaged', () => {
    expect(parseMaking('?width=99999&height=-4')).toEqual({ embed: DEFAULT_EMBED, widthPx: null, heightPx: 560 })
  })

  test('is taken along in four ways that all name the version of the address', () => {
    const making = { embed: parseEmbed('?theme=education&site=sintang'), widthPx: null, heightPx: 500 }
    const { component, iframe, oembed, picture } = snippetsOf(making, ORIGIN, 'A "title" <b>')
    expect(iframe).toContain(`src="${ORIGIN}/embed?v=1&amp;region=61.05&amp;theme=education`)
    expect(iframe).toContain('title="A &quot;title&quot; &lt;b&gt;"')
    expect(iframe).toContain('height="500"')
    expect(component).toContain(`<script async src="${ORIGIN}/embed/bentang-map.js"></script>`)
    expect(component).toContain(
      '<bentang-map region="61.05" theme="education" period="2026" level="village" site="sintang"',
    )
    expect(component).toContain('&lt;b&gt;</a></bentang-map>')
    expect(new URL(oembed).searchParams.get('url')).toMatch(/\/embed\?v=1&/)
    expect(picture).toContain(`${ORIGIN}/api/picture.png?region=61.05`)
  })
})

describe('colours of the frame', () => {
  const light = PALETTES.light.ground
  test('are those of Bentang where none is chosen', () => {
    expect(frameOf(NO_COLOURS, PALETTES.light)).toEqual({
      paper: light.panel,
      ink: light.ink,
      ink2: light.ink2,
      accent: light.accent,
    })
  })

  test('are taken where words stay readable on them, and are not where they do not', () => {
    expect(frameOf({ paper: 'FFFFFF', ink: '112233', accent: '0000AA' }, PALETTES.light)).toMatchObject({
      paper: '#FFFFFF',
      ink: '#112233',
      accent: '#0000AA',
    })
    expect(frameOf({ ...NO_COLOURS, ink: 'EEEEEE', accent: 'FFFF00' }, PALETTES.light)).toMatchObject({
      ink: light.ink,
      accent: light.accent,
    })
    expect(frameOf({ ...NO_COLOURS, paper: '101010' }, PALETTES.light).paper).toBe(light.panel)
  })

  test('keep every word at a contrast of 4.5 or more, whatever is chosen', () => {
    const some = ['000000', 'FFFFFF', '808080', 'FF0000', '00FF00', '0000FF', 'FFFF00', '123456']
    for (const palette of [PALETTES.light, PALETTES.dark, PALETTES.projector])
      for (const paper of some)
        for (const ink of some)
          for (const accent of some) {
            const frame = frameOf({ paper, ink, accent }, palette)
            for (const words of [frame.ink, frame.ink2, frame.accent])
              expect(contrastOf(words, frame.paper), `${paper} ${ink} ${accent}`).toBeGreaterThanOrEqual(4.5)
          }
  })

  test('are compared as WCAG compares them', () => {
    expect(contrastOf('#000000', 'FFFFFF')).toBeCloseTo(21)
    expect(contrastOf('777777', 'FFFFFF')).toBeCloseTo(4.48, 2)
  })
})

describe('what a widget and its page tell each other', () => {
  test('a height is a number of pixels in a message of ours, and nothing else', () => {
    expect(heightOf({ type: EMBED_HEIGHT, v: 1, height: 480.2 })).toBe(481)
    for (const data of [null, 'x', 5, {}, { type: EMBED_HEIGHT }, { type: EMBED_HEIGHT, height: '9px' }])
      expect(heightOf(data)).toBeNull()
    for (const height of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])
      expect(heightOf({ type: EMBED_HEIGHT, height })).toBeNull()
  })

  test('a hello is one by its name', () => {
    expect([isHello({ type: 'bentang:hello' }), isHello({ type: 'hello' }), isHello(null)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('sites that may show widgets', () => {
  const sites = { isOpen: true, lists: [{ key: 'sintang', name: '', origins: ['https://sintang.go.id'] }] }

  test('are all without a key, those of the list with one, and none with a key that nobody knows', () => {
    expect(sitesFor(sites, null)).toEqual(['*'])
    expect(sitesFor(sites, 'sintang')).toEqual(['https://sintang.go.id'])
    expect(sitesFor(sites, 'lain')).toEqual([])
    expect(sitesFor({ ...sites, isOpen: false }, null)).toEqual([])
  })

  test('are written as whole origins', () => {
    expect(parseOrigin(' HTTPS://Sintang.go.id/ ')).toBe('https://sintang.go.id')
    expect(parseOrigin('http://localhost:4350')).toBe('http://localhost:4350')
    for (const text of [
      'sintang.go.id',
      'https://*.go.id',
      'https://a.b/c',
      'https://a.b; script-src *',
      'javascript:1',
      '',
    ])
      expect(parseOrigin(text), text).toBeNull()
    expect(readSiteList('Besar', '', ['https://a.id'])).toBeNull()
    expect(readSiteList('a', '', [])).toBeNull()
  })
})
