import { useMemo } from 'react'
import { encode } from 'uqr'
import { formatView } from '../../data/view/view.ts'
import { useText } from '../text/useText.ts'
import type { SharePartProps } from './part.ts'
import { pictureOfCode, svgOfCode } from './qrCode.ts'

const save = (blob: Blob, name: string) => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** The address of what is on screen as a code for paper and projector, with the words of the view under it. */
const QrPart = ({ view, context }: SharePartProps) => {
  const { say, language } = useText()
  const address = `${location.origin}/${formatView({ ...view, palette: 'auto', edit: null })}`
  const region = context.regencies.find(({ code }) => view.region.startsWith(code))?.name ?? view.region
  const theme = context.themes.find(({ id }) => id === view.theme)?.label[language] ?? view.theme
  const years = view.period.from === view.period.to ? `${view.period.from}` : `${view.period.from}-${view.period.to}`
  const words = `${region}: ${theme}, ${years}`
  const svg = useMemo(() => svgOfCode(encode(address, { ecc: 'M', border: 0 }), words), [address, words])
  const name = `bentang-${view.region}-${view.theme}-${years}`
  const asBlob = () => new Blob([svg], { type: 'image/svg+xml' })
  return (
    <div className="share-qr">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={say('share.qr.alt', { words })}
        width={220}
        height={250}
      />
      <p className="share-qr-ways">
        <button type="button" className="button-quiet" onClick={() => save(asBlob(), `${name}.svg`)}>
          {say('share.qr.svg')}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => void pictureOfCode(svg).then((png) => png && save(png, `${name}.png`))}
        >
          {say('share.qr.png')}
        </button>
      </p>
    </div>
  )
}
export default QrPart
