import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A mail server that takes everything, or nothing, and remembers what it was told. */
export const openPostOffice = async (isOpen = true) => {
  const said: string[] = []
  const greet = (socket: Socket) => {
    let isLetter = false
    socket.write(isOpen ? '220 pos\r\n' : '554 tutup\r\n')
    socket.setEncoding('utf8').on('error', () => {})
    socket.on('data', (text: string) => {
      said.push(text)
      if (isLetter && !text.endsWith('\r\n.\r\n')) return
      const wasLetter = isLetter
      isLetter = !wasLetter && text.startsWith('DATA')
      socket.write(isLetter ? '354 ya\r\n' : text.startsWith('QUIT') ? '221 dah\r\n' : '250 ya\r\n')
    })
  }
  const server = createServer(greet)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, said: () => said.join('') }
}
