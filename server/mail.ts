import type { MailSettings } from './config.ts'

export type Message = { readonly to: string; readonly subject: string; readonly text: string }
/** Sends plain text. False when the mail server did not take it: that is reported, and nobody's work fails for it. */
export type Mail = (message: Message) => Promise<boolean>

/** Whoever asked for the mail waits so long at most. */
const PATIENCE_MS = 10_000

/** What needs no TLS: a server on this machine, and one of which the operator says so (`?ignoreTLS=true`). */
const mayGoOpen = (url: string): boolean => {
  const { hostname, searchParams } = new URL(url)
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) || searchParams.get('ignoreTLS') === 'true'
}

/** Letters carry links that let people in: to another machine they go by TLS or not at all. */
export const openMail = async ({ url, from }: MailSettings, report: (error: unknown) => void): Promise<Mail> => {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    requireTLS: !mayGoOpen(url),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A text of ours names no files and no addresses to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from, to, subject, text })
      return true
    } catch (error) {
      report(error)
      return false
    }
  }
}
