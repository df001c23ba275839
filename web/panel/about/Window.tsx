import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  /** Told of Escape first; true where that let go of something and the window stays. */
  readonly onEscape?: () => boolean
  readonly title: string
  readonly close: string
  readonly look: 'page' | 'note' | 'wide'
  readonly children: ReactNode
}

/** A sheet of paper over the map: a page to read, a short note, or wide for what stands side by side. */
export const Window = ({ open, onClose, onEscape, title, close, look, children }: Props) => (
  <Dialog.Root
    open={open}
    onOpenChange={(next, { reason }) => {
      if (next || (reason === 'escape-key' && onEscape?.())) return
      onClose()
    }}
  >
    <Dialog.Portal>
      <Dialog.Backdrop className="veil" />
      <Dialog.Popup className={`window window-${look}`}>
        <Dialog.Close className="card-close" aria-label={close}>
          <X aria-hidden="true" />
        </Dialog.Close>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
        <section className="window-body" tabIndex={0} aria-label={title}>
          <Dialog.Title className="window-title">{title}</Dialog.Title>
          {children}
        </section>
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
)
