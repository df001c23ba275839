import { EMBED_NAMES, EMBED_VERSION } from '../../data/model/embed.ts'
import { EMBED_HELLO, heightOf } from '../../data/model/embed_messages.ts'

/** The Bentang that this script came from. */
const script = document.currentScript
const ORIGIN = new URL(script instanceof HTMLScriptElement && script.src ? script.src : location.href).origin
const FIRST_HEIGHT_PX = 480
const NAME = 'bentang-map'

/**
 * `<bentang-map region="61.05" theme="stunting" period="2026"><a href="…">…</a></bentang-map>`: a widget as tall as what it shows.
 * Attributes carry the names of the widget's address; what stands inside is shown where no script runs.
 */
class BentangMap extends HTMLElement {
  static readonly observedAttributes = EMBED_NAMES
  #frame: HTMLIFrameElement | null = null

  readonly #hear = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (!this.#frame || origin !== ORIGIN || source !== this.#frame.contentWindow) return
    const height = heightOf(data)
    if (height !== null) this.#frame.style.height = `${height}px`
  }

  /** Said to the widget alone: it answers whoever may frame it. */
  readonly #greet = () => this.#frame?.contentWindow?.postMessage({ type: EMBED_HELLO, v: EMBED_VERSION }, ORIGIN)

  #address(): string {
    const parameters = new URLSearchParams({ v: `${EMBED_VERSION}` })
    for (const name of EMBED_NAMES) {
      const value = this.getAttribute(name)
      if (value !== null) parameters.set(name, value)
    }
    return `${ORIGIN}/embed?${parameters}`
  }

  connectedCallback() {
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') ?? 'Bentang'
    frame.loading = 'lazy'
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.style.cssText = `display:block;width:100%;border:0;height:${FIRST_HEIGHT_PX}px`
    frame.addEventListener('load', this.#greet)
    frame.src = this.#address()
    this.#frame = frame
    this.style.display = 'block'
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.replaceChildren(frame)
    addEventListener('message', this.#hear)
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear)
    this.#frame = null
  }

  attributeChangedCallback() {
    const address = this.#address()
    if (this.#frame && this.#frame.src !== address) this.#frame.src = address
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, BentangMap)
