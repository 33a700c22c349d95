import type { Millis } from '../../../shared/kernel/time.ts'
import type { Binding, Bound, Business } from '../../clearing/businesses/business.ts'
import type { Proven } from '../../evidence/level.ts'
import type { ShownIdentity } from '../account-page.ts'

/** The businesses that an account is bound to, what they are called, and what they hang on now. */
export type OwnBindings = { bindings: readonly Binding[]; businesses: ReadonlyMap<string, Business>; of: Bound }

/** Everything that is shown of where and how an account is verified. `proofing`: of the verification by which it became that person. */
export type OwnIdentity = {
  /** When it was read. */
  now: Millis
  identity?: ShownIdentity | undefined
  level: Proven
  bindings: OwnBindings
  proofing?: string | undefined
}
