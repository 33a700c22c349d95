import { type Bound, endpoint } from '../shared/http/endpoint.ts'
import { observer } from '../shared/runtime/observer.ts'

/** A Lambda handler that answers these routes with this service's log and this service's problems. */
export const serve = (...bound: Bound[]) =>
  endpoint(observer, async () => (await import('./problems.ts')).problems, ...bound)
