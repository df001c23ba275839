/** What a stream says until it says this, or ends; it is let go then. */
export const hear = async (response: Response, said: string): Promise<{ text: string; isSaid: boolean }> => {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    if (text.includes(said)) {
      await reader.cancel()
      return { text, isSaid: true }
    }
    const { done, value } = await reader.read()
    if (done) return { text, isSaid: false }
    text += value
  }
}
