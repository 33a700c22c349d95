import type { Millis } from '../../shared/kernel/time.ts'
import { announced } from '../../shared/outbox/announced.ts'
import type { Update } from '../../shared/table/write.ts'
import type { CertificationAnnouncement } from './events.ts'

/** M2 what happened to an app is told to the platform, by the commit in which it happens. */
export const appAnnounced = (accountId: string, told: CertificationAnnouncement, now: Millis): Update =>
  announced({ kind: 'account', id: accountId }, [{ ...told, accountId }], now)
