import { type Outcome, ok } from '../kernel/outcome.ts'
import type { Answer } from './answer.ts'
import { type Bound, bound } from './endpoint.ts'
import type { Request } from './request.ts'
import type { Caller, CallerKind, Route } from './route.ts'

/** Lets in callers of one kind: says who a request is from, or refuses it. */
export type Guard<K extends CallerKind = CallerKind, Who = unknown> = {
  kind: K
  admit(request: Request): Promise<Outcome<Who>>
}

/** The same where it hangs on what the route allows whom. */
export type RouteGuard<K extends CallerKind = CallerKind, Who = unknown> = {
  kind: K
  admit(request: Request, route: Route): Promise<Outcome<Who>>
}

type WhoIs<G extends RouteGuard, K extends CallerKind> = K extends 'anyone'
  ? undefined
  : Extract<G, { kind: K }> extends RouteGuard<K, infer Who>
    ? Who
    : never

/** What `run` is told of its caller; of a route with several forms, in which form and who. */
export type CallerOf<G extends RouteGuard, C extends Caller> = C extends CallerKind
  ? WhoIs<G, C>
  : C extends { kinds: infer Kinds extends Record<string, CallerKind> }
    ? { [form in keyof Kinds]: { form: form; who: WhoIs<G, Kinds[form]> } }[keyof Kinds]
    : never

/** Callers that a function with these guards can let in. */
type Admitted<G extends RouteGuard> =
  | 'anyone'
  | G['kind']
  | { formOf(body: never): string; kinds: Readonly<Record<string, 'anyone' | G['kind']>> }

/** A kind of caller that only the operation itself can prove, because what proves them is inside the request. */
export const provenInside = <K extends 'token' | 'channel'>(kind: K): Guard<K, undefined> => ({
  kind,
  admit: async () => ok(undefined),
})

const admit = async (
  guards: readonly RouteGuard[],
  kind: CallerKind,
  request: Request,
  route: Route,
): Promise<Outcome<unknown>> => {
  if (kind === 'anyone') return ok(undefined)
  const guard = guards.find((one) => one.kind === kind)
  if (!guard) throw new Error(`this function has no guard for ${kind}`)
  return guard.admit(request, route)
}

const resolve = async (guards: readonly RouteGuard[], route: Route, request: Request): Promise<Outcome<unknown>> => {
  const { caller } = route
  if (typeof caller === 'string') return admit(guards, caller, request, route)
  const form = caller.formOf(request.body as never)
  const kind = caller.kinds[form]
  if (kind === undefined) throw new Error('a body of a form whose caller the route does not name')
  const who = await admit(guards, kind, request, route)
  return who.ok ? ok({ form, who: who.value }) : who
}

/**
 * How the routes of one function are answered: `on(route, run)` reads the request, lets in the caller the route declares and
 * hands `run` both. A route whose caller none of the guards knows does not type-check, so no route can be left open.
 */
export const answering =
  <const G extends readonly RouteGuard[]>(...guards: G) =>
  <R extends Route & { caller: Admitted<G[number]> }>(
    route: R,
    run: (request: Request<R>, caller: CallerOf<G[number], R['caller']>) => Promise<Outcome<Answer>>,
  ): Bound =>
    bound(route, async (request) => {
      const caller = await resolve(guards, route, request as Request)
      return caller.ok ? run(request, caller.value as CallerOf<G[number], R['caller']>) : caller
    })
