import type { Millis } from '../../../shared/kernel/time.ts'
import type { Update } from '../../../shared/table/write.ts'
import { counted } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import type { CertificationSettings } from '../settings.ts'

/** An account changes an app of its own once more today. */
export const editCounted = (accountId: string, now: Millis, { apps }: Pick<CertificationSettings, 'apps'>): Update =>
  counted({ subject: `APPS#${accountId}`, window: dayOf(now), limit: apps.editsPerDay })
