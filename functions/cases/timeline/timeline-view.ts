import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { doerShown } from '../../audit/doer-view.ts'
import { paymentChannels } from '../../payment/paying/provider.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { lineEvents } from './line.ts'
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
  /** What a channel calls it, or a vendor the call. */
  number: textIf,
  vendor: textIf,
  reason: textIf,
  by: z.nullable(doerShown),
})

export const timelineShown = pageShown({ lines: z.array(lineShown), unreadable: z.array(z.string()) })

export const showTimeline = ({ lines, ...page }: Timeline): z.infer<typeof timelineShown> => ({
  lines: lines.map(({ at, orderId, amountFen, channel, number, vendor, reason, by, ...line }) => ({
    ...line,
    at: rfc3339(at),
    orderId: orderId ?? null,
    amountFen: amountFen ?? null,
    channel: channel ?? null,
    number: number ?? null,
    vendor: vendor ?? null,
    reason: reason === undefined ? null : maskNumbers(reason),
    by: by ?? null,
  })),
  ...page,
})
