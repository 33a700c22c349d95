import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item, Key } from '../../../shared/table/write.ts'
import { accountKeys } from '../../account/keys.ts'
import { isLive, sessionOf } from '../../account/sessions/session-store.ts'
import { messageTokenOf } from '../../account/tokens/token-store.ts'
import { gate, passed } from '../../gate/gate.ts'
import { gateKeys } from '../../gate/keys.ts'
import { standingOf } from '../../gate/standing-store.ts'
import { membershipKeys } from '../../membership/keys.ts'
import { membershipOf } from '../../membership/membership-store.ts'
import { type ChannelSettings, channelsOf } from '../channel-store.ts'
import { messagingKeys } from '../keys.ts'
import { quotaKey } from './quota-store.ts'

/** Who claims to send, and the item that must be there (and, for a session, live) for the claim to hold. */
export type Claim = { claimedId: string; proof: Key; holds: (proof: Item | undefined, now: Millis) => boolean }

/** The claim in a message token; undefined for what cannot be one. */
export const tokenClaim = (token: string | undefined): Claim | undefined => {
  const named = messageTokenOf(token)
  return named && { claimedId: named.claimedId, proof: named.token, holds: (item) => item !== undefined }
}

/** The claim in a bearer: a session token or a message token. */
export const bearerClaim = (bearer: string | undefined): Claim | undefined => {
  const session = sessionOf(bearer)
  return session ? { claimedId: session.claimedId, proof: session.session, holds: isLive } : tokenClaim(bearer)
}

/** An account that may send now. `quota` is today's counters as read. */
export type Sender = { accountId: string; member: boolean; channels: Map<string, ChannelSettings>; quota?: Item }

/**
 * The sender behind a claim, in one read. Refuses with `unauthenticated`, `banned`, or `not_verified` and the address of the
 * verification page (`verifyUrl`).
 */
export const findSender = async (
  deps: { table: Table; settings: { enforceFrom: string }; publicUrl: string },
  claim: Claim | undefined,
  now: Millis,
): Promise<Outcome<Sender>> => {
  if (!claim) return refused('unauthenticated')
  const accountId = claim.claimedId
  const [proof, profile, identity, membership, channels, quota] = await deps.table.getMany([
    claim.proof,
    accountKeys.profile(accountId),
    gateKeys.identity(accountId),
    membershipKeys.membership(accountId),
    messagingKeys.channels(accountId),
    quotaKey(accountId, now),
  ])
  if (!claim.holds(proof, now)) return refused('unauthenticated')
  const decided = gate('send_message', standingOf(profile, identity), Date.parse(deps.settings.enforceFrom), now)
  const open = passed(decided, deps.publicUrl)
  if (!open.ok) return open
  const member = membershipOf(membership, now)?.active ?? false
  return ok({ accountId, member, channels: channelsOf(channels), quota })
}
