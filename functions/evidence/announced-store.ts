import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { EvidenceAnnouncement } from './events.ts'
import type { Evidence } from './evidence.ts'

/** M2 that evidence counts no more is told to the platform, by the commit that tells its user. */
export const endAnnounced = ({ accountId, kind, ended }: Evidence, now: Millis): Update => {
  const event: EvidenceAnnouncement = { type: 'evidence.ended', data: { kind, because: ended ?? 'expired' } }
  return announced({ kind: 'account', id: accountId }, [{ ...event, accountId }], now)
}
