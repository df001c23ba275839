import { html as xml } from '../pages/html.ts'

/** One entry of a feed; dates are ISO, UTC. */
export type AtomEntry = {
  readonly id: string
  readonly title: string
  readonly updated: string
  readonly href: string | null
  readonly category: string
}

export type AtomAbout = { readonly id: string; readonly title: string; readonly self: string; readonly updated: string }

/** A feed by RFC 4287. */
export const atomOf = ({ id, title, self, updated }: AtomAbout, entries: readonly AtomEntry[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${
    xml`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${id}</id><title>${title}</title><updated>${updated}</updated><author><name>Bentang</name></author><link rel="self" href="${self}"/>
${entries.map(
  (one) =>
    xml`<entry><id>${one.id}</id><title>${one.title}</title><updated>${one.updated}</updated><category term="${one.category}"/>${one.href && xml`<link rel="alternate" href="${one.href}"/>`}<content>${one.title}</content></entry>\n`,
)}</feed>
`.text
  }`
