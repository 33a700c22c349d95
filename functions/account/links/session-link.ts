import type { Millis } from '../../../shared/kernel/time.ts'

/** A way into the page for one user of the platform: opens one session, until then. */
export type SessionLink = { externalId: string; returnUrl?: string; createdAt: Millis; expiresAt: Millis }

/** Whom a browser is signed in as that looks at a link. */
export const signedInAs = ['nobody', 'this_account', 'another_account'] as const
export type SignedInAs = (typeof signedInAs)[number]

/** Whom the account of a link finds in a browser: `owner` is unknown before its first session, `current` where nobody is signed in. */
export const whoIsIn = (owner: string | undefined, current: string | undefined): SignedInAs => {
  if (current === undefined) return 'nobody'
  return current === owner ? 'this_account' : 'another_account'
}

/** Of each end of a name at most; and never more than half of it together. */
const SHOWN = 2

/** `user-4711` → `us***11`: enough for its owner to tell it from their other one, and for nobody else to use. */
export const maskExternalId = (externalId: string): string => {
  const shown = Math.min(SHOWN, Math.floor(externalId.length / 4))
  return `${externalId.slice(0, shown)}***${externalId.slice(externalId.length - shown)}`
}

/** Where a link leads. What follows the `#` reaches no server and no log. */
export const enterUrl = (publicUrl: string, token: string): string => `${publicUrl}/enter#${token}`
