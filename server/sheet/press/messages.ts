import type { Page } from '../display.ts'
import type { DocumentFacts } from '../write_pdf.ts'

/** What the thread is asked for; `scale` is pixels of the picture for each CSS pixel of the page. */
export type PressAsked =
  | { readonly kind: 'png'; readonly page: Page; readonly scale: number }
  | { readonly kind: 'pdf'; readonly pages: readonly Page[]; readonly facts: DocumentFacts }

export type Pressed =
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly fault: string }
