import { Copy } from '../pages/Copy.tsx'
import { useText } from '../text/useText.ts'
import { formatView } from '../view.ts'
import type { SharePartProps } from './part.ts'

/** The address of what is on screen; the palette stays with the reader's own device. */
const LinkPart = ({ view }: SharePartProps) => {
  const { say } = useText()
  const address = `${location.origin}/${formatView({ ...view, palette: 'auto', edit: null })}`
  return (
    <Copy label={say('share.link.address')} value={address} words={{ copy: 'share.copy', copied: 'share.copied' }} />
  )
}
export default LinkPart
