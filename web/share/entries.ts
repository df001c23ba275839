import { lazy } from 'react'
import type { ShareEntry } from './part.ts'

/** In the order of how often they are wanted; none is loaded before it is opened. */
export const SHARE_ENTRIES = [
  { id: 'link', Part: lazy(() => import('./LinkPart.tsx')) },
  { id: 'saved', Part: lazy(() => import('../saved/SavedPart.tsx')) },
  { id: 'qr', Part: lazy(() => import('./QrPart.tsx')) },
  { id: 'data', Part: lazy(() => import('../download/DownloadPart.tsx')) },
  { id: 'story', Part: lazy(() => import('./StoryPart.tsx')) },
  { id: 'print', Part: lazy(() => import('../print/PrintPart.tsx')) },
  { id: 'widget', Part: lazy(() => import('./WidgetPart.tsx')) },
] as const satisfies readonly ShareEntry[]
