import type { Millis } from '../../shared/kernel/time.ts'
import { type Announcement, announced } from '../../shared/outbox/announced.ts'
import type { Write } from '../../shared/table/write.ts'
import type { EvidenceAnnouncement } from './events.ts'
import type { Evidence } from './evidence.ts'
import type { LevelChange } from './level-change.ts'

/** M2 that evidence counts no more, as the platform is told by the commit that tells its user. */
export const endEvent = ({ accountId, kind, ended }: Evidence): Announcement => {
  const event: EvidenceAnnouncement = { type: 'evidence.ended', data: { kind, because: ended ?? 'expired' } }
  return { ...event, accountId }
}

/**
 * How whoever changes what is proven of an account has that told, in the very commit. `events`: what else of the account the platform is told
 * there, before. `letter`: what the user is told of the change, none where the level stays what it was; `toldOtherwise` where another
 * letter of the commit says it.
 */
export type LevelTelling = {
  now: Millis
  events?: readonly Announcement[]
  letter: (change: LevelChange | undefined) => readonly Write[]
}

/** The user hears of it by another letter of the same commit. */
export const toldOtherwise: LevelTelling['letter'] = () => []

/** X3 a level that changes is told to the platform and to its user by the commit that changes it. */
export const levelTold = (
  accountId: string,
  change: LevelChange | undefined,
  { now, events = [], letter }: LevelTelling,
): Write[] => {
  const changed: EvidenceAnnouncement[] = change ? [{ type: 'level.changed', data: { ...change } }] : []
  const all = [...events, ...changed.map((event) => ({ ...event, accountId }))]
  return [...(all.length > 0 ? [announced({ kind: 'account', id: accountId }, all, now)] : []), ...letter(change)]
}
