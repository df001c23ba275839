import './embed.css'
import { appAddress, type EmbedView, embedAnswerPath, parseEmbed } from '../../data/model/embed.ts'
import type { EmbedAnswer } from '../../data/model/embed_answer.ts'
import { paletteOf, wearColours } from './colours.ts'
import { element } from './elements.ts'
import { openHeight } from './height.ts'
import { EMBED_TEXT } from './texts.ts'
import { drawWidget } from './widget.ts'

const view: EmbedView = parseEmbed(location.search)
const text = EMBED_TEXT[view.language]
const root = document.getElementById('embed')!
document.documentElement.lang = view.language
const palette = paletteOf(view)
const height = openHeight()
wearColours(view, palette)

const ask = async (): Promise<EmbedAnswer> => {
  const response = await fetch(embedAnswerPath(view), { credentials: 'omit' })
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as EmbedAnswer
}

const tellTrouble = () => {
  const again = element('button', { type: 'button', class: 'quiet-link' }, text.again)
  again.addEventListener('click', () => void show())
  const link = element('a', { class: 'open', href: appAddress(view), target: '_blank', rel: 'noopener' }, text.open)
  root.replaceChildren(element('p', { class: 'trouble', role: 'alert' }, text.trouble), again, link)
}

const show = async () => {
  root.replaceChildren(element('p', { class: 'waiting', role: 'status' }, text.loading))
  try {
    const answer = await ask()
    drawWidget({ root, view, text, palette, answer, height })
  } catch {
    tellTrouble()
  }
}

void show()
