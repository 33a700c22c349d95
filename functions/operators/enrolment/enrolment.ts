import type { Millis } from '../../../shared/kernel/time.ts'
import type { PersonRole } from '../rights.ts'

/** What a link is for, as whoever opens it sees it. The secret is for their authenticator app. */
export type Enrolment = { name: string; role: PersonRole; secret: string; until: Millis }

/** Where a link leads. What follows the `#` reaches no server and no log. */
export const enrolUrl = (publicUrl: string, token: string): string => `${publicUrl}/console/enrol#${token}`
