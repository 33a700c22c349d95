import type { Millis } from '../../../shared/kernel/time.ts'
import { type Announcement, announced } from '../../../shared/outbox/announced.ts'
import type { Update } from '../../../shared/table/write.ts'
import type { Application } from './application.ts'
import type { ApplicationAnnouncement } from './events.ts'

type Data<T extends ApplicationAnnouncement['type']> = Omit<
  Extract<ApplicationAnnouncement, { type: T }>['data'],
  'application' | 'app' | 'kind'
>

/** What happened to an application, as an event of its app. */
export const eventOf = <T extends ApplicationAnnouncement['type']>(
  { id: application, appId: app, kind, accountId }: Application,
  type: T,
  data: Data<T>,
): Announcement => ({ type, accountId, data: { application, app, kind, ...data } })

/** Events of an application, as one write of the commit that brings them about. */
export const announcedAll = ({ appId }: Application, events: readonly Announcement[], now: Millis): Update =>
  announced({ kind: 'app', id: appId }, events, now)

/** One that says nothing more. */
export const announcedOf = (
  of: Application,
  type: 'certification.submitted' | 'certification.in_review',
  now: Millis,
): Update => announcedAll(of, [eventOf(of, type, {})], now)
