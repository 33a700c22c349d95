import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { ClearingAnnouncement } from './events.ts'

/** M2 that a business was bound or unbound is told to the platform, by the commit in which it happens. */
export const bindingAnnounced = (
  accountId: string,
  type: ClearingAnnouncement['type'],
  business: string,
  now: Millis,
): Update => announced({ kind: 'account', id: accountId }, [{ type, data: { business }, accountId }], now)
