import type { EventRow } from '../shared/outbox/event-row.ts'
import { accountEvents } from './account/events.ts'
import { certificateEvents } from './certificates/events.ts'
import { applicationEvents } from './certification/applications/events.ts'
import { certificationEvents } from './certification/events.ts'
import { clearingEvents } from './clearing/events.ts'
import { evidenceEvents } from './evidence/events.ts'
import { messagingEvents } from './messaging/events.ts'
import { paymentEvents } from './payment/events.ts'
import { verificationEvents } from './verification/events.ts'
import { webhookEvents } from './webhooks/events.ts'

/** Every type of event that the platform is told, in the order in which the docs show them. */
export const events: Readonly<Record<string, EventRow>> = {
  ...verificationEvents,
  ...evidenceEvents,
  ...clearingEvents,
  ...certificationEvents,
  ...applicationEvents,
  ...certificateEvents,
  ...accountEvents,
  ...paymentEvents,
  ...messagingEvents,
  ...webhookEvents,
}
