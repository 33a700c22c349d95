import { type PersonRole, personRoles, type Role } from '../../../functions/operators/rights.ts'
import { routes } from '../../../functions/routes.ts'
import { type OnConsole, operatorAt } from '../../../local/demo/operator.ts'
import type { Route } from '../../../shared/http/route.ts'
import type { Reply } from '../callers/refusals.ts'
import { nameOf, type Sample, samples } from '../callers/samples.ts'
import { sent } from '../callers/sending.ts'
import type { Instance } from '../instance.ts'

/**
 * Said a second time, route by route: who may, by the first letters of support, reviewer, finance, admin and machine; and whether a
 * person must have shown a code of late.
 */
export const roleTable: Record<string, [who: string, isDeed?: 'deed']> = {
  'GET /v1/operator/sessions/current': ['srfa'],
  'GET /v1/operator/sign-ins': ['srfa'],
  'POST /v1/operator/sessions/current/step-up': ['srfa'],
  'GET /v1/operator/operators': ['a'],
  'POST /v1/operator/operators': ['a', 'deed'],
  'PUT /v1/operator/operators/{name}': ['a', 'deed'],
  'POST /v1/operator/operators/{name}/enrolment': ['a', 'deed'],
  'GET /v1/operator/appeals': ['srfam'],
  'GET /v1/operator/accounts/{id}/appeal': ['srfam'],
  'POST /v1/operator/accounts/{id}/unban': ['ram', 'deed'],
  'POST /v1/operator/accounts/{id}/appeal/reject': ['ram', 'deed'],
  'GET /v1/operator/complaints': ['srfam'],
  'GET /v1/operator/complaints/{channel}/{id}': ['srfam'],
  'POST /v1/operator/complaints/{channel}/{id}/reply': ['sam', 'deed'],
  'POST /v1/operator/complaints/{channel}/{id}/complete': ['sam', 'deed'],
  'POST /v1/operator/complaints/{channel}/{id}/malicious': ['ram', 'deed'],
  'GET /v1/operator/reconciliations/{channel}': ['fam'],
  'GET /v1/operator/reconciliations/{channel}/{day}': ['fam'],
  'POST /v1/operator/reconciliations/{channel}/{day}/rerun': ['fam', 'deed'],
  'POST /v1/operator/reconciliations/{channel}/{day}/settlings': ['fam', 'deed'],
  'GET /v1/operator/ledger': ['fam'],
  'GET /v1/operator/ledger/balances': ['fam'],
  'GET /v1/operator/vendors': ['srfam'],
  'GET /v1/operator/deeds': ['srfam'],
  'GET /v1/operator/deeds/{id}': ['srfam'],
  'GET /v1/operator/audit-seal': ['srfam'],
  'GET /v1/operator/orders': ['srfam'],
  'GET /v1/operator/orders/{id}': ['srfam'],
  'GET /v1/operator/refunds': ['srfam'],
  'POST /v1/operator/orders/{orderId}/refunds/{name}/actions': ['fam', 'deed'],
  'GET /v1/operator/proposals': ['srfam'],
  'GET /v1/operator/proposals/{id}': ['srfam'],
  'POST /v1/operator/proposals/{id}/approve': ['fa', 'deed'],
  'POST /v1/operator/proposals/{id}/refuse': ['fa', 'deed'],
  'GET /v1/operator/certificates': ['sra'],
  'GET /v1/operator/certificates/{id}': ['sra'],
  'POST /v1/operator/certificates/{id}/moves': ['ra', 'deed'],
  'GET /v1/operator/reviews': ['sra'],
  'GET /v1/operator/reviews/{id}': ['sra'],
  'POST /v1/operator/reviews/next': ['sra'],
  'POST /v1/operator/reviews/{id}/claim': ['sra'],
  'POST /v1/operator/reviews/{id}/release': ['sra'],
  'POST /v1/operator/reviews/{id}/ask': ['sra', 'deed'],
  'POST /v1/operator/reviews/{id}/decision': ['sra', 'deed'],
  'POST /v1/operator/reviews/{id}/second': ['sra', 'deed'],
  'POST /v1/operator/materials/{id}/views': ['ra', 'deed'],
  'POST /v1/operator/accounts/{account}/papers/{id}/looks': ['ra', 'deed'],
  'GET /v1/operator/accounts/{account}/applications/{id}': ['ra'],
  'POST /v1/operator/accounts/{account}/applications/{id}/looks': ['ra', 'deed'],
  'POST /v1/operator/vendor-statements': ['fam', 'deed'],
  'GET /v1/operator/vendor-statements/{vendor}/{day}': ['fam'],
  'POST /v1/operator/searches': ['srfam'],
  'GET /v1/operator/accounts/{id}': ['sra'],
  'GET /v1/operator/accounts/{id}/timeline': ['sra'],
  'POST /v1/operator/accounts/{id}/reveals': ['ra', 'deed'],
  'GET /v1/operator/alarms': ['srfam'],
  'GET /v1/operator/analytics': ['srfam'],
  'GET /v1/operator/settings': ['srfam'],
  'GET /v1/operator/dead-letters': ['srfam'],
  'GET /v1/operator/dead-letters/{queue}': ['srfam'],
  'POST /v1/operator/dead-letters/{queue}/replay': ['am', 'deed'],
  'GET /v1/operator/webhook-endpoints': ['srfam'],
  'GET /v1/operator/webhook-endpoints/{id}/deliveries': ['srfam'],
  'POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver': ['am', 'deed'],
  'POST /v1/operator/webhook-endpoints/{id}/enable': ['am', 'deed'],
  'POST /v1/operator/webhook-endpoints/{id}/disable': ['am', 'deed'],
}

/** Whoever leaves need not be in, so that nobody is refused for a role or for being late. */
const LEAVING = 'DELETE /v1/operator/sessions/current'

const guarded = routes
  .filter((route) => route.caller === 'operator' && nameOf(route) !== LEAVING)
  // Routes of one function follow each other, so that none is started twice.
  .toSorted((one, other) => (one.fn < other.fn ? -1 : 1))
/** The routes of operators with their names. */
export const rows = guarded.map((route) => [nameOf(route), route] as const)

export const roles: readonly Role[] = [...personRoles, 'machine']

/** Codes by which somebody is turned away before any operation is asked. */
const AT_THE_DOOR = ['unauthenticated', 'right_missing', 'step_up_needed', 'web_header_required']

/** At which door somebody was turned away; `in` for whoever got in, whatever the operation said then. */
export const doorOf = (reply: Reply): unknown => {
  const { code } = Object(reply.body)
  return AT_THE_DOOR.includes(String(code)) ? code : 'in'
}

const sampleOf = (route: Route): Sample => samples[nameOf(route)]?.[0] ?? {}

/** Somebody of each role, signed in at an instance. */
export const everyRoleAt = async (instance: Instance) => {
  const people = new Map<PersonRole, OnConsole>()
  for (const role of personRoles) people.set(role, await operatorAt(instance, `is-${role}`, role))
  const personIn = (role: PersonRole): OnConsole => {
    const found = people.get(role)
    if (!found) throw new Error(`nobody is ${role}`)
    return found
  }
  const ask = (route: Route, headers: Record<string, string>): Promise<Reply> => {
    const sample = sampleOf(route)
    return sent(instance.platform.url, route, { ...sample, headers: { ...sample.headers, ...headers } })
  }
  return {
    personIn,
    tokenOf: (role: Role): string => (role === 'machine' ? instance.operatorKey : personIn(role).token),
    /** Asks a route with these headers; who is behind a bearer is all that `askAs` says. */
    ask,
    askAs: (route: Route, token: string): Promise<Reply> => ask(route, { authorization: `Bearer ${token}` }),
  }
}
