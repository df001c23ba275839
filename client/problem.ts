import type { Problem } from '../data/model/answers.ts'

/** A question that the server refused, or that never reached it (`status` 0). `message` is a sentence that says what to do. */
export class BentangProblem extends Error {
  override readonly name = 'BentangProblem'
  readonly status: number
  /** The problem's own name, such as `bad-request` or `not-found`; `unreachable` where no server answered, `unknown` where it gave none. */
  readonly kind: string
  /** What the server sent (RFC 9457); null where it sent nothing of the kind. */
  readonly problem: Problem | null
  /** How long to wait before asking again, where the server said it. */
  readonly retryAfterSeconds: number | null

  constructor(status: number, message: string, problem: Problem | null, retryAfter: string | null, cause?: unknown) {
    super(message, { cause })
    this.status = status
    this.problem = problem
    this.kind = problem?.type.split('#')[1] ?? (status === 0 ? 'unreachable' : 'unknown')
    this.retryAfterSeconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'type' in body && 'detail' in body && typeof body.detail === 'string'

/** The problem in an answer that is not ok. */
export const problemIn = async (response: Response): Promise<BentangProblem> => {
  const body: unknown = await response.json().catch(() => null)
  const retryAfter = response.headers.get('Retry-After')
  return isProblem(body)
    ? new BentangProblem(response.status, body.detail, body, retryAfter)
    : new BentangProblem(response.status, `${response.status} ${response.statusText}`, null, retryAfter)
}
