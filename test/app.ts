import { type AppOptions, createApp } from '../server/app.ts'
import { memoryImportShelf } from '../server/imports/shelf.ts'
import { memoryShelf } from '../server/work/photos/shelf.ts'

type Given = Pick<AppOptions, 'world' | 'store' | 'people' | 'now'> & Partial<AppOptions>

/** The server with nothing on disk besides what it is given; its faults are told on the console. */
export const openApp = (given: Given) =>
  createApp({
    photos: memoryShelf(),
    imports: memoryImportShelf(),
    log: { error: console.error },
    ...given,
  })
