import type { Item } from '../../shared/table/write.ts'
import { isBanned } from '../account/bans/ban-store.ts'
import type { Standing } from './gate.ts'
import { heldIdentity } from './identity-store.ts'

/** What the gate needs, from an account's PROFILE and IDENTITY items. */
export const standingOf = (profile: Item | undefined, identity: Item | undefined): Standing => {
  const held = heldIdentity(identity)
  const paused = held?.pause && { pausedUntil: held.pause.until }
  return { proofs: held?.proofs ?? [], banned: isBanned(profile), ...paused }
}
