import type { Millis } from '../../../shared/kernel/time.ts'
import type { Announcement } from '../../../shared/outbox/announced.ts'
import type { Pointer } from '../../../shared/table/work.ts'
import type { Write } from '../../../shared/table/write.ts'
import { materialReleased } from '../../material/material-store.ts'
import { appReleased } from '../apps/certified-store.ts'
import { nameLet } from '../naming/name-store.ts'
import { numberReleased, resultTold } from '../texting/told-store.ts'
import { eventOf } from './announced-store.ts'
import type { Application } from './application.ts'
import type { ApplicationEvent } from './application-states.ts'
import { applicationMoved } from './application-store.ts'
import type { ApplicationAnnouncement } from './events.ts'
import { feeDecided } from './fee-store.ts'

/** How long the pictures of one that is over are kept. */
export type EndSettings = { materials: { decidedMs: Millis } }

/** Its pictures are kept until then. */
export const picturesReleased = (of: Pick<Application, 'id' | 'materials'>, keptUntil: Millis): Write[] =>
  of.materials.map(({ id }) => materialReleased({ id }, of.id, keptUntil))

/** The name that was kept for it is free again from then on. */
export const nameReleased = ({ heldName: skeleton, appId: app }: Application, now: Millis): Write[] =>
  skeleton === undefined ? [] : [nameLet({ skeleton, app }, now)]

/** That its fee goes back, where it does. */
export const feeEvents = (
  before: Application,
  after: Application,
  because: Extract<ApplicationAnnouncement, { type: 'certification.fee_returned' }>['data']['because'],
): Announcement[] =>
  before.fee === 'held' && after.fee === 'returned' ? [eventOf(after, 'certification.fee_returned', { because })] : []

/**
 * An application is over without a certificate: what it is after that, the app free for another, the name that was kept for it free for others, its fee
 * decided, its pictures kept for as long as is left to ask about it, its number forgotten soon, and the platform and its administrator told. `wake`: where money goes back.
 */
export const applicationEnded = (
  before: Application,
  after: Application,
  {
    on,
    events,
    settings,
    now,
  }: { on: ApplicationEvent; events: readonly Announcement[]; settings: EndSettings; now: Millis },
): { writes: Write[]; wake?: Pointer } => {
  const fee = feeDecided(before, after, on, now)
  const told = [...events, ...feeEvents(before, after, 'certification_withdrawn')]
  return {
    ...(fee.wake && { wake: fee.wake }),
    writes: [
      applicationMoved(before, on, after, now),
      appReleased(before.appId, before.id),
      ...nameReleased(before, now),
      ...picturesReleased(before, now + settings.materials.decidedMs),
      ...fee.writes,
      ...resultTold(after, told, now),
      // What was refused may be appealed against for as long as its pictures are there.
      ...numberReleased(after, now, on === 'refused' ? settings.materials.decidedMs : 0),
    ],
  }
}
