import type { Plugin } from 'vite'

/**
 * The map is a part of its own, so that words stand before it; but its file is asked for with the page, not only once the
 * first part has run.
 */
export const preloadMap = (): Plugin => ({
  name: 'preload-map',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const map = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'MapView')
      if (!map) throw new Error('The build has no chunk named MapView to preload; was web/map/MapView.tsx renamed?')
      return [
        { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${map.fileName}` }, injectTo: 'head' },
        {
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: '/api/context' },
          injectTo: 'head',
        },
      ]
    },
  },
})
