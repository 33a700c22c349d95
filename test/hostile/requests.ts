import fc, { type Arbitrary } from 'fast-check'
import type { Route } from '../../shared/http/route.ts'
import type { Base } from './bases.ts'
import { hostileAddress } from './inputs/addresses.ts'
import { hostileBody } from './inputs/bodies.ts'
import type { Change, Draft } from './inputs/draft.ts'
import { hostileHeaders } from './inputs/headers.ts'

/** A request to come: made when it is sent, because what is signed carries the time. */
export type Planned = { by: string; draft: () => Promise<Draft> }

const changes = (route: Route): Arbitrary<Change> =>
  fc.oneof(
    { arbitrary: hostileBody, weight: route.method === 'GET' || route.method === 'DELETE' ? 1 : 12 },
    { arbitrary: hostileAddress(route), weight: 4 },
    { arbitrary: hostileHeaders, weight: 3 },
  )

/** Few at a time: what is wrong in one way is refused for it, and never comes to the next. */
const someChanges = (route: Route): Arbitrary<Change[]> =>
  fc.oneof(
    { arbitrary: fc.array(changes(route), { minLength: 1, maxLength: 1 }), weight: 3 },
    { arbitrary: fc.array(changes(route), { minLength: 1, maxLength: 3 }), weight: 2 },
  )

const chosen = (bases: readonly Base[]): Arbitrary<Base> => {
  const [good, bad] = [bases.filter(({ isGood }) => isGood), bases.filter(({ isGood }) => !isGood)]
  if (good.length === 0) throw new Error('nobody is let in')
  return fc.oneof(
    { arbitrary: fc.constantFrom(...good), weight: 3 },
    ...(bad.length > 0 ? [{ arbitrary: fc.constantFrom(...bad), weight: 1 }] : []),
  )
}

/** Requests nobody should send, made of those that could be sent. */
export const hostileRequests = (route: Route, bases: readonly Base[]): Arbitrary<Planned> =>
  fc.tuple(chosen(bases), someChanges(route)).map(([{ name, draft, finished }, some]) => ({
    by: name,
    draft: async () => finished(some.reduce((made, change) => change(made), await draft())),
  }))
