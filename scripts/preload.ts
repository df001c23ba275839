import type { Plugin } from 'vite'

/** Those that words are set in as soon as there are any; one that comes later moves the lines it changes. */
const FONTS = /(commissioner-latin-(400|500|600)|source-serif-4-latin-600)-normal.*\.woff2$/

/**
 * What the first part would ask for only once it has run or its style is read is asked for with the page: the map, which is
 * made of parts of its own so that words stand before it, what every screen begins with, and fonts.
 */
export const preload = (): Plugin => ({
  name: 'preload',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const files = Object.values(bundle ?? {})
      const chunks = files.filter((file) => file.type === 'chunk')
      const map = chunks.find(({ name }) => name === 'MapView')
      if (!map) throw new Error('The build has no chunk named MapView to preload; was web/map/MapView.tsx renamed?')
      const fonts = files.filter(({ fileName }) => FONTS.test(fileName))
      if (fonts.length !== 4) throw new Error(`The build has ${fonts.length} of 4 fonts to preload; were they renamed?`)
      const known = chunks
        .filter(({ isEntry, name }) => isEntry && name === 'index')
        .flatMap(({ fileName, imports }) => [fileName, ...imports])
      const scripts = [map.fileName, ...map.imports].filter((fileName) => !known.includes(fileName))
      const styles = [...(map.viteMetadata?.importedCss ?? [])]
      const asked = [
        ...scripts.map((fileName) => ({ rel: 'modulepreload', crossorigin: true, href: `/${fileName}` })),
        ...styles.map((fileName) => ({ rel: 'preload', as: 'style', crossorigin: true, href: `/${fileName}` })),
        { rel: 'preload', as: 'fetch', crossorigin: true, href: '/api/context' },
        ...fonts.map(({ fileName }) => ({
          rel: 'preload',
          as: 'font',
          type: 'font/woff2',
          crossorigin: true,
          href: `/${fileName}`,
        })),
      ]
      return asked.map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }))
    },
  },
})
