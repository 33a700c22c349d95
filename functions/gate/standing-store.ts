import type { Millis } from '../../shared/kernel/time.ts'
import type { Item } from '../../shared/table/write.ts'
import { isBanned } from '../account/bans/ban-store.ts'
import { levelOf } from '../evidence/level.ts'
import type { Standing } from './gate.ts'
import { heldIdentity } from './identity-store.ts'

/** What the gate needs, from an account's PROFILE and IDENTITY items. */
export const standingOf = (profile: Item | undefined, identity: Item | undefined, now: Millis): Standing => ({
  verified: levelOf(heldIdentity(identity)?.proofs ?? [], now).level > 0,
  banned: isBanned(profile),
})
