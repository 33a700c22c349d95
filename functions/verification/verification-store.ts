import * as z from 'zod/mini'
import { listedAt } from '../../shared/table/keys.ts'
import { type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import { accountLists } from '../account/keys.ts'
import { keptConsent } from '../consent/kept-consent-store.ts'
import { offers } from '../payment/good.ts'
import { verificationKeys } from './keys.ts'
import { openMethods } from './methods.ts'
import { reasons, type Verification, verificationStatuses } from './verification.ts'

/** Name of the data set the sealed fields are bound to; never changes. */
export const EVIDENCE = 'verification'

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  orderId: text,
  // Of before there were others it is not said.
  method: z._default(z.enum(openMethods), 'carrier_three_element'),
  offer: z.enum(offers),
  status: z.enum(verificationStatuses),
  reason: z.optional(z.enum(reasons)),
  createdAt: z.number(),
  decidedAt: z.optional(z.number()),
  retryAt: z.optional(z.number()),
  consent: keptConsent,
  maskedName: text,
  maskedIdNumber: text,
  maskedPhone: text,
  sealed: z.object({ wrappedKey: text, name: text, idNumber: text, phone: text }),
  personIndex: text,
  resubmissionIndex: text,
  otherIndexes: z.optional(z.object({ people: z.array(text), resubmissions: z.array(text) })),
  segmentIndex: text,
  lastFourIndex: text,
  provenPhoneIndex: z.optional(text),
})

/** The verification in an item. */
export const verificationOf = (item: Item): Verification => z.parse(stored, item)

/** A verification begins, waiting for its payment; from now on it is found by its id alone. */
export const verificationOpened = (verification: Verification): Put =>
  put(
    verificationKeys.verification(verification.accountId, verification.id),
    {
      ...verification,
      consent: { ...verification.consent },
      ...(verification.otherIndexes && { otherIndexes: { ...verification.otherIndexes } }),
      ...listedAt(accountLists.named(verification.id), verification.createdAt),
    },
    isNew,
  )
