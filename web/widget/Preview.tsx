import { useEffect, useRef, useState } from 'react'
import { EMBED_HELLO, heightOf } from '../../data/model/embed_messages.ts'
import { useText } from '../text/useText.ts'
import { REST_MS, useSettled } from '../useSettled.ts'

const WIDTHS = [320, 480, 800] as const
const FIRST_HEIGHT_PX = 520

/** The widget itself, as another site would frame it, at the width of a phone, a column or a page. */
export const Preview = ({ address, title }: { readonly address: string; readonly title: string }) => {
  const { say } = useText()
  const frame = useRef<HTMLIFrameElement>(null)
  const [widthPx, setWidthPx] = useState<number>(800)
  const [heightPx, setHeightPx] = useState(FIRST_HEIGHT_PX)
  const settled = useSettled(address, REST_MS)
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin) return
      const told = heightOf(data)
      if (told !== null) setHeightPx(told)
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  return (
    <section className="widget-preview" aria-label={say('widget.preview')}>
      <fieldset className="widget-row">
        <legend className="widget-label">{say('widget.preview.width')}</legend>
        {WIDTHS.map((width) => (
          <button
            key={width}
            type="button"
            className="button-quiet"
            aria-pressed={width === widthPx}
            onClick={() => setWidthPx(width)}
          >
            {width} px
          </button>
        ))}
      </fieldset>
      <iframe
        ref={frame}
        src={settled}
        title={title}
        style={{ width: `min(100%, ${widthPx}px)`, height: heightPx }}
        onLoad={() => frame.current?.contentWindow?.postMessage({ type: EMBED_HELLO, v: 1 }, location.origin)}
      />
    </section>
  )
}
