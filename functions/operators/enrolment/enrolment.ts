import type { Millis } from '../../../shared/kernel/time.ts'
import type { PersonRole } from '../rights.ts'

/**
 * What a link is for, as whoever opens it sees it. The secret is for their authenticator app, and of this look alone: who enrols brings its
 * `nonce` back. `openedAt`: when the link was opened before, the first time.
 */
export type Enrolment = {
  name: string
  role: PersonRole
  secret: string
  nonce: string
  until: Millis
  openedAt: Millis | undefined
}

/** Where a link leads. What follows the `#` reaches no server and no log. */
export const enrolUrl = (publicUrl: string, token: string): string => `${publicUrl}/console/enrol#${token}`
