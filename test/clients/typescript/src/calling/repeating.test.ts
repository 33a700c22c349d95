import { describe, expect, it } from 'vitest'
import {
  type ShimingError,
  ShimingProblem,
  ShimingUnexpected,
  ShimingUnreachable,
} from '../../../../../clients/typescript/src/calling/errors.ts'
import { askedWait, waitBeforeNext } from '../../../../../clients/typescript/src/calling/repeating.ts'

const GET = 'GET /v1/account'
const PUT = 'PUT /v1/something/{id}'
const DELETE = 'DELETE /v1/channels/{code}'
const KEYED = 'POST /v1/verifications'
const PLAIN = 'POST /v1/messages'

const problem = (status: number, code: string) => (route: string) =>
  new ShimingProblem(route, { status, code, detail: '' })
const other = (status: number) => (route: string) => new ShimingUnexpected(route, status, 'text/html')
const lost = (route: string) => new ShimingUnreachable(route, 'gone', false)

type Made = (route: string) => ShimingError
const isRepeated = (made: Made, route: string, askedMs?: number) =>
  waitBeforeNext(made(route), 0, askedMs) !== undefined

describe('what a client tries again', () => {
  it.each<[string, Made]>([
    ['contention', problem(409, 'contended')],
    ['a database in trouble', problem(503, 'busy')],
    ['a gateway that is asked too often', other(429)],
  ])('%s, whatever was asked, because nothing was done', (_, made) => {
    for (const route of [GET, PUT, DELETE, KEYED, PLAIN]) expect(isRepeated(made, route), route).toBe(true)
  })

  it.each<[string, Made]>([
    ['no answer', lost],
    ['a fault of the service', problem(500, 'internal')],
    ['a channel that is not reachable', problem(503, 'payment_channel_unavailable')],
    ['a function that was killed', other(500)],
    ['a gateway in trouble', other(502)],
    ['a gateway that is shut', other(503)],
    ['a gateway that waits no longer', other(504)],
  ])('%s, only where doing it twice is doing it once', (_, made) => {
    for (const route of [GET, PUT, DELETE, KEYED]) expect(isRepeated(made, route), route).toBe(true)
    expect(isRepeated(made, PLAIN)).toBe(false)
    // A repeat would be answered without the secret.
    expect(isRepeated(made, 'PUT /v1/channels/{code}')).toBe(false)
  })

  it.each<[string, Made]>([
    ['a refusal', problem(403, 'not_verified')],
    ['a wrong field', problem(400, 'invalid_name')],
    ['another conflict', problem(409, 'verification_open')],
    ['a limit that does not say until when', problem(429, 'too_many_checks')],
    ['a page of somebody else', other(404)],
    ['success without JSON', other(200)],
  ])('never %s', (_, made) => {
    for (const route of [GET, KEYED, PLAIN]) expect(isRepeated(made, route), route).toBe(false)
  })

  it('a limit that is over soon, and tells of one that is not', () => {
    const limited = problem(429, 'send_burst')
    expect(isRepeated(limited, PLAIN, 2000)).toBe(true)
    expect(isRepeated(limited, PLAIN, 60_000)).toBe(false)
  })

  it('later each time, never all clients at once, and not before the service asks', () => {
    const waits = Array.from({ length: 8 }, (_none, made) => waitBeforeNext(lost(GET), made, undefined) ?? 0)
    for (const [made, wait] of waits.entries()) {
      const most = Math.min(10_000, 400 * 2 ** made)
      expect(wait).toBeGreaterThanOrEqual(most / 2)
      expect(wait).toBeLessThanOrEqual(most)
    }
    expect(waitBeforeNext(problem(503, 'busy')(GET), 0, 3000)).toBeGreaterThanOrEqual(3000)
  })

  it('by Retry-After in seconds or as a date', () => {
    expect(askedWait('3')).toBe(3000)
    expect(askedWait(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(50_000)
    expect(askedWait(new Date(0).toUTCString())).toBe(0)
    for (const none of [null, '', 'soon']) expect(askedWait(none)).toBeUndefined()
  })
})
