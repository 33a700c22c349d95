import * as z from 'zod/mini'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import { listedAt } from '../../../shared/table/keys.ts'
import type { Item } from '../../../shared/table/write.ts'
import { verificationLists } from '../keys.ts'
import { checkStatuses } from '../verification.ts'
import {
  type Billed,
  billedAnswers,
  type CallAnswer,
  type CardRefusedBecause,
  callAnswers,
  cardRefusals,
  refusals,
} from './checker.ts'

/** What each vendor made of a check that it gave back, as it is kept. */
export const passesStored = z.optional(
  z.record(
    z.string(),
    z.object({
      count: z.int(),
      until: z.number(),
      because: z.optional(z.enum(refusals)),
      undone: z.optional(z.int()),
      refused: z.optional(z.boolean()),
    }),
  ),
)

/**
 * What is kept of a call and of the vendor's answer: codes only, and how long it took. Those are missing where no answer was
 * understood. `because`: why it was refused.
 */
export type CallRecord = {
  vendor: string
  billed: Billed
  calledAt: Millis
  vendorCode?: string
  requestId?: string
  answer?: CallAnswer
  because?: CardRefusedBecause
  ms?: Millis
}

const storedCall = z.object({
  outTradeNo: z.optional(z.string()),
  billed: z.enum(billedAnswers),
  calledAt: z.number(),
  vendorCode: z.optional(z.string()),
  requestId: z.optional(z.string()),
})

/** A call to a vendor as it is listed: what became of it, and for which payment it was made, if for one. */
export type MadeCall = z.infer<typeof storedCall>

/** The call in a check that was claimed at least once. */
export const madeCallIn = (item: Item): MadeCall => z.parse(storedCall, item)

const storedAsked = z.object({
  status: z.enum(checkStatuses),
  look: z.optional(z.string()),
  vendor: z.optional(z.string()),
  answer: z.optional(z.enum(callAnswers)),
  because: z.optional(z.enum(cardRefusals)),
  ms: z.optional(z.number()),
  passes: passesStored,
})

/** Which vendors a check asked, and what each said in how long. A call that nobody heard the end of has no answer. */
export type AskedVendors = z.infer<typeof storedAsked>

/** The same in a check that is listed by its call, or ended without one. */
export const askedVendorsIn = (item: Item): AskedVendors => z.parse(storedAsked, item)

/** Calls are found by vendor and day, to be held against the vendor's own statement. */
export const listedCall = ({ vendor, calledAt }: Pick<CallRecord, 'vendor' | 'calledAt'>) =>
  listedAt(verificationLists.vendorCalls(vendor, beijingDay(calledAt)), calledAt)
