/** Lower-case letters, digits and hyphens: a name every file system takes. */
const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Headers that make a browser save the answer under a name that tells what it is about. */
export const downloadHeaders = (contentType: string, about: readonly string[], ending: string) => ({
  'Content-Type': contentType,
  'Content-Disposition': `attachment; filename="bentang-${about.map(slug).join('_')}.${ending}"`,
})
