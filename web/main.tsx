import '../styles/ui/index.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { AskError } from './api.ts'
import { pageOf } from './page.ts'
import { loadTexts } from './text/index.ts'
import { parseView } from './view.ts'

/** A refusal will not change by asking again; a lost connection may. */
const mayRetry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof AskError && (error.status === 0 || error.status >= 500)

const client = new QueryClient({
  defaultOptions: {
    // Out of reach of the server the service worker answers: nothing waits for the browser to say that it is online.
    queries: { staleTime: 30_000, gcTime: 600_000, retry: mayRetry, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

const Pages = lazy(() => import('./pages/Pages.tsx'))
const page = pageOf(location.pathname)

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no element with the id "app"; add <div id="app"></div>.')

const show = () =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        {page.name === 'explore' ? (
          <App />
        ) : (
          <Suspense>
            <Pages page={page} />
          </Suspense>
        )}
      </QueryClientProvider>
    </StrictMode>,
  )

/** The first screen has the line to itself. */
const behind = () => void import('./start.ts').then(({ startBehind }) => startBehind(client))
if (document.readyState === 'complete') behind()
else addEventListener('load', behind, { once: true })

// The first words already stand in the reader's language; should they not arrive, Indonesian does.
void loadTexts(parseView(location.search).view.language).then(show, show)
