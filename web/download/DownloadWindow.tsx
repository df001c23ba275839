import { Window } from '../panel/about/Window.tsx'
import { useText } from '../text/useText.ts'
import Downloads, { type DownloadsProps } from './Downloads.tsx'
import { DownloadTexts } from './DownloadTexts.tsx'

type Props = DownloadsProps & { readonly onClose: () => void }

const Sheet = ({ onClose, ...given }: Props) => {
  const { say } = useText()
  return (
    <Window open onClose={onClose} title={say('download.title')} close={say('download.close')} look="page">
      <Downloads {...given} />
    </Window>
  )
}

/** Downloads by themselves, for one layer of the list. */
const DownloadWindow = (props: Props) => (
  <DownloadTexts>
    <Sheet {...props} />
  </DownloadTexts>
)
export default DownloadWindow
