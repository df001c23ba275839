import type { Page } from '@playwright/test'

/** As far into Playwright as this reaches, which has no word of its own for it. */
type Inside = {
  readonly _connection: {
    readonly toImpl: (page: unknown) => {
      readonly delegate: {
        readonly _mainFrameSession: { readonly _client: { send(method: string, given: object): Promise<unknown> } }
      }
    }
  }
}

/**
 * Playwright has the page's process keep every answer, up to 200 MB, in case a test asks for its text. A tab that nobody inspects keeps none,
 * and its memory is what is measured.
 */
export const keepNoAnswers = async (page: Page): Promise<void> => {
  const { delegate } = (page as unknown as Inside)._connection.toImpl(page)
  const limits = { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }
  await delegate._mainFrameSession._client.send('Network.enable', limits)
}
