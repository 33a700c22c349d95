import { problems } from '../../../functions/problems.ts'
import { expectationOf } from '../../../shared/http/expectation.ts'
import { kindsOf, type Route } from '../../../shared/http/route.ts'
import type { ProblemCode } from '../../../shared/kernel/problems.ts'

const has = (route: Route, member: string): boolean =>
  route.query !== undefined && (expectationOf(route.query, []).properties ?? []).includes(member)

/** What a request may be refused with before it comes to its operation, by what the row says of it. */
const atTheEdge = (route: Route): ProblemCode[] => {
  const { method, path, body, query, idempotent } = route
  const changes = method !== 'GET'
  const kinds = kindsOf(route.caller)
  const forOperators = kinds.includes('operator')
  const byCookie = forOperators || kinds.some((kind) => kind.startsWith('session'))
  const where: [boolean, ...ProblemCode[]][] = [
    [body !== undefined, 'malformed_json', 'unsupported_media_type'],
    [body !== undefined || query !== undefined, 'invalid_request'],
    [has(route, 'cursor'), 'invalid_cursor'],
    [changes, 'body_too_large'],
    [idempotent === true, 'idempotency_key_required'],
    [changes && byCookie, 'web_header_required'],
    [forOperators, 'unauthenticated', 'right_missing'],
    [forOperators && changes && !route.needsNoStepUp, 'step_up_needed'],
    [/\{\w+\}/.test(path), 'not_found'],
  ]
  return where.flatMap(([applies, ...codes]) => (applies ? codes : []))
}

/** Every code that a route may refuse with as problem+json, in the order of the alphabet. What pushplus's calls answer is none. */
export const codesOf = (route: Route): ProblemCode[] => {
  const kinds = kindsOf(route.caller)
  if (kinds.includes('token')) return ['internal']
  // To a channel, which sends again what is answered by a 5xx, contention is busy.
  const always: ProblemCode[] = kinds.includes('channel') ? ['busy', 'internal'] : ['busy', 'contended', 'internal']
  return [...new Set([...(route.problems ?? []), ...atTheEdge(route), ...always])].toSorted()
}

/** Codes by the status they are answered with. */
export const byStatus = (codes: readonly ProblemCode[]): ReadonlyMap<number, ProblemCode[]> =>
  Map.groupBy(codes, (code) => problems[code].status)
