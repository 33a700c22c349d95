import type { Guard } from '../../../shared/http/callers.ts'
import { ok, refused } from '../../../shared/kernel/outcome.ts'
import { bearerClaim, type Claim } from './find-sender.ts'

/** Lets in whoever claims a session or a message token; the operation proves the claim. */
export const byClaim: Guard<'session_or_token', Claim> = {
  kind: 'session_or_token',
  async admit({ bearer }) {
    const claim = bearerClaim(bearer)
    return claim ? ok(claim) : refused('unauthenticated')
  },
}
