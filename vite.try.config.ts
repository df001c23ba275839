import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import base from './vite.embed.config.ts'
const src = resolve(import.meta.dirname, 'node_modules/maplibre-gl/src')
const light = {
  name: 'x', enforce: 'pre' as const,
  resolveId(id: string) { if (id === 'maplibre-gl') return resolve(src, 'index.ts'); return null },
}
export default defineConfig({ ...(base as object), plugins: [light], build: { ...(base as any).build, outDir: '/tmp/try_out', sourcemap: true, rolldownOptions: { ...(base as any).build.rolldownOptions, treeshake: { moduleSideEffects: (id: string) => !id.includes('maplibre-gl/src') } } } } as never)
