import type { Tell } from '../../../shared/kernel/alarm.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { accountKeys } from '../../account/keys.ts'
import { isLive, sessionOf } from '../../account/sessions/session-store.ts'
import { messageTokenOf } from '../../account/tokens/token-store.ts'
import { type GateDeps, passWith } from '../../gate/ask-gate.ts'
import { gateKeys } from '../../gate/keys.ts'
import { standingOf } from '../../gate/standing-store.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipOf } from '../../membership/membership-store.ts'
import { type ChannelSettings, channelsOf } from '../channel-store.ts'
import { messagingKeys } from '../keys.ts'
import { quotaKey } from './quota-store.ts'

/** Who claims to send, and the items of which one must be there (and, for a session, live) for the claim to hold. */
export type Claim = {
  claimedId: string
  proofs: (ring: KeyRing) => readonly Key[]
  holds: (proof: Item | undefined, now: Millis) => boolean
}

/** The claim in a message token; undefined for what cannot be one. */
export const tokenClaim = (token: string | undefined): Claim | undefined => {
  const named = messageTokenOf(token)
  return named && { claimedId: named.claimedId, proofs: named.tokens, holds: (item) => item !== undefined }
}

/** The claim in a bearer: a session token or a message token. */
export const bearerClaim = (bearer: string | undefined): Claim | undefined => {
  const session = sessionOf(bearer)
  if (!session) return tokenClaim(bearer)
  return { claimedId: session.claimedId, proofs: () => [session.session], holds: isLive }
}

/** An account that may send now. `quota` is today's counters as read. */
export type Sender = { accountId: string; member: boolean; channels: Map<string, ChannelSettings>; quota?: Item }

export type SenderDeps = Omit<GateDeps, 'clock'> & { keyRing: () => Promise<KeyRing>; note: Tell }

/**
 * The sender behind a claim, in one read. Refuses with `unauthenticated`, `banned`, or `not_verified` and the address of the
 * verification page (`verifyUrl`). Notes a token that is kept under an older version of the key, since it ends with that version.
 */
export const findSender = async (deps: SenderDeps, claim: Claim | undefined, now: Millis): Promise<Outcome<Sender>> => {
  if (!claim) return refused('unauthenticated')
  const accountId = claim.claimedId
  const ring = await deps.keyRing()
  const [profile, identity, membership, channels, quota, ...proofs] = await deps.table.getMany([
    accountKeys.profile(accountId),
    gateKeys.identity(accountId),
    membershipKeys.membership(accountId),
    messagingKeys.channels(accountId),
    quotaKey(accountId, now),
    ...claim.proofs(ring),
  ])
  const proven = proofs.findIndex((proof) => claim.holds(proof, now))
  if (proven < 0) return refused('unauthenticated')
  if (proven > 0) deps.note('message_token_under_older_key', { version: ring.versions[proven] ?? '' })
  const open = passWith(deps, 'send_message', standingOf(profile, identity), now)
  if (!open.ok) return open
  const member = membershipOf(membership, now)?.active ?? false
  return ok({ accountId, member, channels: channelsOf(channels), quota })
}
