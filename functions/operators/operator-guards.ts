import type { Guard, RouteGuard } from '../../shared/http/callers.ts'
import type { Route } from '../../shared/http/route.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { type ApiKey, apiKeyId } from '../account/api-keys/api-key.ts'
import type { Operator } from '../audit/deed.ts'
import type { AuthenticateDeps, SignedInOperator } from './access/authenticate-operator.ts'
import { type OperatorClaim, operatorClaimOf } from './access/session-store.ts'
import { hasRight, type Role } from './rights.ts'

const PREFIX = 'smo_'

/** Whoever may act on other people's orders, complaints and accounts; a person with the session they are in. */
export type ActingOperator = Operator & { role: Role; signedIn?: SignedInOperator }

const machineOf = async (
  bearer: string,
  operatorKeys: () => Promise<readonly ApiKey[]>,
): Promise<Outcome<ActingOperator>> => {
  const operatorId = apiKeyId(PREFIX, bearer, await operatorKeys())
  return operatorId === undefined ? refused('unauthenticated') : ok({ operatorId, role: 'machine' })
}

/** Loaded once a person calls: no user's cold start waits for it, nor a machine's. */
const personOf = async (deps: AuthenticateDeps, token: string | undefined): Promise<Outcome<ActingOperator>> => {
  const { authenticateOperator } = await import('./access/authenticate-operator.ts')
  const signedIn = await authenticateOperator(deps, token)
  if (!signedIn.ok) return signedIn
  const { person } = signedIn.value
  return ok({ operatorId: person.name, isPerson: true, role: person.role, signedIn: signedIn.value })
}

/** Whether a route is a deed, for which a person shows a code anew. */
const isDeed = ({ method, needsNoStepUp }: Route): boolean => method !== 'GET' && !needsNoStepUp

/** Whether a person's last code is too old for a deed. A machine shows none. */
export const isCodeOld = ({ signedIn }: Pick<ActingOperator, 'signedIn'>, { now }: Clock): boolean =>
  signedIn !== undefined && now() >= signedIn.session.stepUpUntil

/** Why somebody may not call a route who is known. */
const objection = (who: ActingOperator, route: Route, clock: Clock): Outcome<never> | undefined => {
  const { right } = route
  if (!hasRight(who.role, right)) return refused('right_missing', { extra: { right: right ?? '' } })
  return isDeed(route) && isCodeOld(who, clock) ? refused('step_up_needed') : undefined
}

/**
 * Lets in operators: persons by the session they are in, as bearer or cookie, and machines by an API key of their own, each as far
 * as their role has the right that the route names. A person's deeds need a code of their authenticator app that is not old.
 * Refuses with `unauthenticated`, `right_missing` and `step_up_needed`. One read for a person, none for a machine.
 */
export const byOperator = (
  deps: AuthenticateDeps,
  operatorKeys: () => Promise<readonly ApiKey[]>,
): RouteGuard<'operator', ActingOperator> => ({
  kind: 'operator',
  async admit({ bearer }, route) {
    const who = bearer?.startsWith(PREFIX) ? await machineOf(bearer, operatorKeys) : await personOf(deps, bearer)
    if (!who.ok) return who
    return objection(who.value, route, deps.clock) ?? who
  },
})

/** For whoever leaves, whose session may have ended already. No call. */
export const byOperatorClaim: Guard<'operator', OperatorClaim> = {
  kind: 'operator',
  admit: async ({ bearer }) => {
    const claim = operatorClaimOf(bearer)
    return claim ? ok(claim) : refused('unauthenticated')
  },
}
