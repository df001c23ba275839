import type { Plugin } from 'vite'

/** The widget's map is a part of its own, so that title and figure stand before it; its file is asked for with the page. */
export const preloadEmbed = (): Plugin => ({
  name: 'preload-embed',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const map = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'map')
      if (!map) throw new Error('The build has no chunk named map to preload; was web/embed/map.ts renamed?')
      const attrs = { rel: 'modulepreload', crossorigin: true, href: `/embed/${map.fileName}` }
      return [{ tag: 'link', attrs, injectTo: 'head' }]
    },
  },
})
