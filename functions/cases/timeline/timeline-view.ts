import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { doerShown } from '../../audit/doer-view.ts'
import { readPurposes } from '../../audit/reading.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { type Line, lineEvents } from './line.ts'
import { lineKinds } from './line-kinds.ts'
import type { Timeline } from './read-timeline.ts'

const textIf = z.nullable(z.string())

/** Something that happened to an account. */
const lineShown = z.strictObject({
  /** Names the line among those of its kind. */
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(lineKinds),
  event: z.enum(lineEvents),
  /** What it happened to. */
  subject: z.string(),
  orderId: textIf,
  amountFen: z.nullable(z.int()),
  channel: z.nullable(z.enum(paymentChannels)),
  /** What a channel calls it, or a vendor the call; of a card its last four digits, of an organisation its credit code. */
  number: textIf,
  vendor: textIf,
  /** What an app or an organisation is called. */
  name: textIf,
  reason: textIf,
  by: z.nullable(doerShown),
  /** Of a deed what of its subject it was about; of an identity that was opened also what for, and which fields. */
  detail: textIf,
  purpose: z.nullable(z.enum(readPurposes)),
  fields: z.nullable(z.array(z.string())),
})

export const timelineShown = pageShown({ lines: z.array(lineShown), unreadable: z.array(z.string()) })

const showLine = ({ at, reason, fields, ...line }: Line): z.infer<typeof lineShown> => {
  const { id, kind, event, subject, orderId = null, amountFen = null, channel = null, number = null } = line
  const { vendor = null, name = null, by = null, detail = null, purpose = null } = line
  return {
    ...{ id, at: rfc3339(at), kind, event, subject, orderId, amountFen, channel, number, vendor, name },
    reason: reason === undefined ? null : maskNumbers(reason),
    ...{ by, detail, purpose, fields: fields?.split(' ') ?? null },
  }
}

export const showTimeline = ({ lines, ...page }: Timeline): z.infer<typeof timelineShown> => ({
  lines: lines.map(showLine),
  ...page,
})
