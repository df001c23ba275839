import type { Map as MapLibreMap } from 'maplibre-gl'
import { appAddress, type EmbedView } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import type { Palette } from '../../styles/palette.ts'
import { button, element, icon } from './elements.ts'
import { drawChart, drawFigure, titleOf } from './figure.ts'
import { drawFirstPicture } from './first_picture.ts'
import type { Height } from './height.ts'
import { drawLegend } from './legend.ts'
import { drawScale } from './scale.ts'
import { drawList, drawTable } from './table.ts'
import type { EmbedText } from './texts.ts'

type Asked = {
  readonly root: HTMLElement
  readonly view: EmbedView
  readonly text: EmbedText
  readonly palette: Palette
  readonly answer: EmbedAnswer
  readonly height: Height
}

const heading = (asked: Asked): HTMLElement => {
  const { view, text, answer } = asked
  const badge = answer.sample ? element('strong', { class: 'sample' }, text.sample) : null
  return element(
    'header',
    { class: 'head' },
    element(
      'div',
      { class: 'head-words' },
      element('h1', {}, titleOf(asked)),
      element(
        'p',
        { class: 'quiet' },
        `${text.units[answer.level]}: ${text.asked[view.ask]}`,
        badge ? ' · ' : '',
        badge,
      ),
    ),
    view.show.includes('counter') ? drawFigure(asked) : null,
  )
}

const footing = ({ view, text, answer }: Asked, table: HTMLElement | null): HTMLElement => {
  const date = new Date(answer.asOf.time).toLocaleDateString(text.locale, { dateStyle: 'long' })
  const version = new Intl.NumberFormat(text.locale).format(answer.asOf.seq)
  const boundaries = answer.boundaries.kind === 'estimated' ? text.estimated : text.indicative
  const said = [text.source, boundaries, answer.boundaries.attribution, text.updated(date, version)]
  return element(
    'footer',
    { class: 'foot' },
    element('p', { class: 'source' }, said.join(' · ')),
    element(
      'div',
      { class: 'foot-links' },
      table,
      element(
        'a',
        { class: 'open', href: appAddress(view), target: '_blank', rel: 'noopener' },
        text.open,
        icon('chevron', 16, 'm6 3 5 5-5 5'),
      ),
    ),
  )
}

/** Resolves to the map once it is made, null where the device cannot. */
type StartMap = () => Promise<MapLibreMap | null>

const controls = (start: StartMap, text: EmbedText): HTMLElement =>
  element(
    'div',
    { class: 'controls' },
    button(text.zoomIn, async () => (await start())?.zoomIn({ duration: 250 }), {}, icon('sign', 16, 'M8 3v10M3 8h10')),
    button(text.zoomOut, async () => (await start())?.zoomOut({ duration: 250 }), {}, icon('sign', 16, 'M3 8h10')),
  )

/** Resolves once a reader turns to the map: by pointer, finger or keyboard. */
const turnedTo = (box: HTMLElement): Promise<void> =>
  new Promise((turned) => {
    for (const sign of ['pointerenter', 'pointerdown', 'focusin'])
      box.addEventListener(sign, () => turned(), { once: true, passive: true })
  })

/**
 * A picture first; the map itself takes its place when a reader turns to it. Most readers of the page around it never do, and most
 * of the bytes and nearly all of the work are the map's. Where the picture lacks something it follows at once.
 */
const fillMap = async (asked: Asked, box: HTMLElement): Promise<void> => {
  const { text } = asked
  const ground = element('div', { class: 'map-ground' })
  const field = element('div', { class: 'map-canvas' }, ground)
  box.prepend(field)
  const scale = drawScale(text)
  const turned = turnedTo(box)
  const picture = await drawFirstPicture(field, asked, scale.settle).catch(() => null)
  if (picture) field.dataset.pictured = 'true'
  const make = async () => {
    try {
      const { drawMap } = await import('./map.ts')
      return drawMap({ ...asked, container: ground, onDrawn: () => picture?.canvas.remove() })
    } catch {
      return null
    }
  }
  let started: ReturnType<StartMap> | undefined
  const start: StartMap = () => {
    started ??= make().then((map) => {
      if (map) {
        const settle = () => scale.settle(map.getCenter().lat, map.getZoom())
        map.on('move', settle)
        settle()
      } else {
        for (const part of [buttons, ...(picture ? [] : [scale.bar])]) part.remove()
        const words = element('p', { class: 'no-map', role: 'status' }, picture ? text.stillMap : text.noMap)
        if (picture) ground.replaceWith(words)
        else field.replaceWith(words)
      }
      return map
    })
    return started
  }
  const buttons = controls(start, text)
  box.append(buttons, scale.bar)
  if (picture?.isWhole) await turned
  await start()
}

/** A button that puts the table in the place of the map, and back. */
const tableSwitch = (asked: Asked, box: HTMLElement, onChange: () => void): HTMLElement => {
  const { text } = asked
  let table: HTMLElement | null = null
  const press = element('button', { type: 'button', class: 'quiet-link', 'aria-pressed': 'false' }, text.table)
  press.addEventListener('click', () => {
    const opens = press.getAttribute('aria-pressed') === 'false'
    press.setAttribute('aria-pressed', `${opens}`)
    table ??= drawTable(asked)
    if (opens) box.append(table)
    else table.remove()
    box.classList.toggle('tabled', opens)
    onChange()
  })
  return press
}

/** How tall a map of this width looks right. */
const mapHeight = (widthPx: number): number => Math.min(560, Math.max(280, widthPx * 0.56))

/** All that a widget shows, from top to bottom. */
export const drawWidget = (asked: Asked): void => {
  const { root, view, text } = asked
  const hasMap = view.show.includes('map')
  const box = element('section', { class: hasMap ? 'stage' : 'stage stage-bare', 'aria-label': text.map })
  const natural = () =>
    [...root.children].reduce((sum, child) => {
      if (child !== box) return sum + (child as HTMLElement).offsetHeight
      const isTabled = box.classList.contains('tabled')
      return (
        sum + (hasMap || isTabled ? mapHeight(root.clientWidth) + (box.dataset.below ? legend.offsetHeight : 0) : 0)
      )
    }, 0)
  const { tell } = asked.height
  asked.height.measure(natural)
  const legend = drawLegend(asked, tell)
  const narrow = matchMedia('(max-width: 479px)')
  const settle = () => {
    box.dataset.below = narrow.matches ? 'true' : ''
    tell()
  }
  document.title = titleOf(asked)
  root.replaceChildren(
    heading(asked),
    ...(view.show.includes('chart') ? [drawChart(asked)] : []),
    box,
    ...(view.show.includes('list') ? [drawList(asked, tell)] : []),
    footing(asked, tableSwitch(asked, box, tell)),
  )
  if (hasMap) {
    box.append(legend)
    void fillMap(asked, box)
  }
  settle()
  narrow.addEventListener('change', settle)
  new ResizeObserver(tell).observe(root)
}
