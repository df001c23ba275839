import { defineConfig } from 'vitest/config'

/** What counts the time or the memory of its process has one for itself. */
const BY_ITSELF = [
  'test/hostile/areas.test.ts',
  'test/hostile/imports.test.ts',
  'test/imports/load.test.ts',
  'test/journal.test.ts',
  'test/places.test.ts',
  'test/projection.test.ts',
  'test/publish.test.ts',
  'test/server.test.ts',
  'test/validity.test.ts',
]
const common = {
  globalSetup: ['test/build_worker.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    // One beside the other, also where there are only two cores: much of a file's time is waiting.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', ...BY_ITSELF],
          // Modules are read once for all files: reading them took longer than most tests. What is tested keeps no state in a module.
          isolate: false,
        },
      },
      { test: { ...common, name: 'by itself', include: BY_ITSELF } },
    ],
  },
})
