import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/journeys/**'],
    globalSetup: ['test/build_worker.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
