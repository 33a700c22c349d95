import type { ExtraOf, FieldError, NextStep, ProblemCode } from './types.ts'

/** Anything that went wrong in a call. None of these texts holds what was sent. */
export class ShimingError extends Error {
  override name = 'ShimingError'
  /** The route that was called, as the API's description names it: `POST /v1/verifications`. */
  readonly route: string

  constructor(route: string, message: string, options?: ErrorOptions) {
    super(`${route}: ${message}`, options)
    this.route = route
  }
}

/** What a refusal brings; see the members of {@link ShimingProblem}. */
type Told = {
  code: string
  status: number
  detail: string
  errors?: readonly FieldError[]
  next?: readonly NextStep[]
  retryAt?: string
  legacyCode?: number
  requestId?: string
  [extra: string]: unknown
}

/** Members of a problem that every problem may have; what is beside them belongs to its code. */
const COMMON = new Set([
  'type',
  'title',
  'status',
  'detail',
  'code',
  'errors',
  'next',
  'retryAt',
  'legacyCode',
  'requestId',
])

/**
 * The service refused, and says why. Switch on `code`, which never changes; `detail` is for people and may change.
 *
 * ```ts
 * if (error instanceof ShimingProblem && error.is('verification_open')) resume(error.extra.verificationId)
 * ```
 */
export class ShimingProblem<Code extends string = ProblemCode | (string & {})> extends ShimingError {
  override name = 'ShimingProblem'
  /** Why, as one word. A newer service may send codes that this version of the client does not know. */
  readonly code: Code
  /** The HTTP status. */
  readonly status: number
  /** Why, as a sentence for people, in the language of the client. */
  readonly detail: string
  /** The fields to blame, if fields are to blame. */
  readonly errors: readonly FieldError[]
  /** What leads on from here, the likeliest first; empty where the code says nothing of that. */
  readonly next: readonly NextStep[]
  /** When it may be tried again, by the clock of the service; undefined where waiting does not help. */
  readonly retryAt: Date | undefined
  /** The number that pushplus has for it: 905 for `not_verified`. */
  readonly legacyCode: number | undefined
  /** Names this answer in the logs of the service. */
  readonly requestId: string | undefined
  /** What else this code tells, such as `verificationId` of `verification_open`. */
  readonly extra: ExtraOf<Code>

  constructor(route: string, told: Told) {
    super(route, `${told.status} ${told.code}: ${told.detail}`)
    this.code = told.code as Code
    this.status = told.status
    this.detail = told.detail
    this.errors = told.errors ?? []
    this.next = told.next ?? []
    this.retryAt = told.retryAt === undefined ? undefined : new Date(told.retryAt)
    this.legacyCode = told.legacyCode
    this.requestId = told.requestId
    const extra = Object.entries(told).filter(([member]) => !COMMON.has(member))
    this.extra = Object.fromEntries(extra) as ExtraOf<Code>
  }

  /** Whether this is the problem of that code; narrows `extra` to what that code tells. */
  is<One extends ProblemCode>(code: One): this is ShimingProblem<One> {
    return (this.code as string) === code
  }
}

/** No answer came: the network failed, or the time was over. */
export class ShimingUnreachable extends ShimingError {
  override name = 'ShimingUnreachable'
  /**
   * Whether the service may have done what was asked, though its answer was lost. Never for a request that only reads. The same
   * call with the same `idempotencyKey` is safe in any case.
   */
  readonly mayHaveHappened: boolean

  constructor(route: string, why: string, mayHaveHappened: boolean, options?: ErrorOptions) {
    super(route, mayHaveHappened ? `${why}; it may have happened all the same` : why, options)
    this.mayHaveHappened = mayHaveHappened
  }
}

/** Something answered that does not speak as Shiming does: a gateway in trouble, a proxy, or a wrong `baseUrl`. */
export class ShimingUnexpected extends ShimingError {
  override name = 'ShimingUnexpected'
  /** The HTTP status; 0 for a redirect that a browser hides. */
  readonly status: number

  constructor(route: string, status: number, contentType: string | null) {
    const form = contentType?.split(';')[0] || 'no content type'
    const isTrouble = status === 429 || status >= 500
    const why = isTrouble ? 'what stands before the service is in trouble' : 'is baseUrl the address of the service?'
    super(route, `answered ${status} with ${form}, as Shiming does not: ${why}`)
    this.status = status
  }
}
