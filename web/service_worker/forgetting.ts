import type { SessionAnswer } from '../../data/model/work.ts'

export const ANSWERS = 'bentang-answers'

export const forgetAnswers = async (): Promise<void> => {
  await caches.delete(ANSWERS)
}

const personIn = async (response: Response): Promise<string | null> =>
  ((await response.clone().json()) as SessionAnswer).person?.id ?? null

/** When the server says that somebody else, or nobody, is signed in now, nothing that the former saw stays on this device. */
export const forgetOthers = {
  cacheWillUpdate: async ({ request, response }: { request: Request; response: Response }) => {
    if (response.status !== 200) return null
    if (new URL(request.url).pathname !== '/api/session') return response
    const before = await (await caches.open(ANSWERS)).match(request, { ignoreVary: true })
    if (before && (await personIn(before)) !== (await personIn(response))) await forgetAnswers()
    return response
  },
}
