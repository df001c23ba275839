import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Problem } from '../../data/model/answers.ts'
import type { Words } from '../../data/model/words.ts'
import type { AppEnv } from '../access/caller.ts'
import { nearMatches } from '../near.ts'
import { badRequest, quote, type Refusal } from '../problems.ts'
import { PARAMETER_NAMES } from './parameters.ts'

type Issue = z.core.$ZodIssue
/** A body may be wrong in a thousand places; the first few say enough. */
const MOST_ISSUES = 5

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value

const unknownNames = (keys: readonly string[], target: string): Words => {
  const name = keys[0] ?? ''
  if (target === 'json')
    return {
      id: `Isian ${quote(name)} tidak dikenal di alamat ini. Hapus, atau lihat daftarnya di /docs.`,
      en: `Field ${quote(name)} is not known at this address. Remove it, or see the list at /docs.`,
    }
  // One that is known elsewhere is no slip of the pen.
  const near = PARAMETER_NAMES.includes(name) ? undefined : nearMatches(name, PARAMETER_NAMES, 1)[0]
  return {
    id: `Parameter ${quote(name)} tidak dikenal di alamat ini. ${near ? `Maksud Anda ${quote(near)}?` : 'Hapus, atau lihat daftarnya di /docs.'}`,
    en: `Parameter ${quote(name)} is not known at this address. ${near ? `Did you mean ${quote(near)}?` : 'Remove it, or see the list at /docs.'}`,
  }
}

/** A field of a body, by its place: `sites.0.geometry`. */
const fieldWords = (issue: Issue): Words => {
  const name = quote(issue.path.join('.'))
  if (issue.path.length === 0)
    return {
      id: 'Badan permintaan harus sebuah objek JSON. Lihat bentuknya di /docs.',
      en: 'The body must be a JSON object. See its form at /docs.',
    }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return {
      id: `Isian ${name} belum ada. Tambahkan lalu kirim lagi.`,
      en: `Field ${name} is missing. Add it and send again.`,
    }
  return {
    id: `Isian ${name} bentuknya salah. Lihat bentuk yang diminta di /docs.`,
    en: `Field ${name} has the wrong form. See what is asked for at /docs.`,
  }
}

const wordsOf = (issue: Issue, target: string): Words => {
  const name = quote(String(issue.path[0] ?? ''))
  if (issue.code === 'unrecognized_keys') return unknownNames(issue.keys, target)
  if (issue.code === 'custom' && isWords(issue.params?.words)) {
    const { id, en } = issue.params.words
    return { id: `Parameter ${name} ${id}`, en: `Parameter ${name} ${en}` }
  }
  if (target === 'json') return fieldWords(issue)
  // The issue keeps no input: only its message tells an absent parameter from one given twice.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return {
      id: `Parameter ${name} belum ada. Tambahkan lalu coba lagi.`,
      en: `Parameter ${name} is missing. Add it and try again.`,
    }
  return {
    id: `Parameter ${name} diberikan lebih dari sekali atau bentuknya salah. Tulis satu kali saja; beberapa nilai dipisah koma.`,
    en: `Parameter ${name} is given more than once or has the wrong form. Write it once; separate several values with commas.`,
  }
}

const refusalOf = (error: z.ZodError, target: string): Refusal => {
  const words = error.issues.slice(0, MOST_ISSUES).map((issue) => wordsOf(issue, target))
  return badRequest({
    id: words.map(({ id }) => id).join(' '),
    en: words.map(({ en }) => en).join(' '),
  })
}

/** An address of a request as the visitor sees it, in front of any proxy; links are made from it. */
export type SeenAt = (url: string) => URL

/** A router whose every route refuses a wrong request in words. */
export const createRouter = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw refusalOf(result.error, result.target)
    },
  })

const problem: z.ZodType<Problem> = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('A sentence that says what to do next'),
    instance: z.string().exactOptional(),
  })
  .openapi('Problem')

const problemContent = { 'application/problem+json': { schema: problem } }

/** What every route may answer besides its own. */
export const REFUSALS = {
  '4XX': { description: 'Refused, in words (RFC 9457)', content: problemContent },
  503: { description: 'For a few seconds not able to answer, see Retry-After', content: problemContent },
} as const

export const json = <Answer>(schema: z.ZodType<Answer>, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
