import { type Bound, endpoint, type Telling } from '../shared/http/endpoint.ts'
import { observer } from '../shared/runtime/observer.ts'

const telling: Telling = {
  problems: async () => (await import('./problems.ts')).problems,
  unknown: async (path) => (await import('./unknown-here.ts')).unknownHere(path),
}

/** A Lambda handler that answers these routes with this service's log and this service's problems. */
export const serve = (...bound: Bound[]) => endpoint(observer, telling, ...bound)
