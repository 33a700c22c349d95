import * as z from 'zod/mini'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Millis, rfc3339If, SECOND } from '../../../shared/kernel/time.ts'
import type { Notice } from '../../consent/consent.ts'
import type { Processor } from '../../consent/notice-text.ts'
import { noticeShown, showNotice } from '../../consent/notice-view.ts'
import { sources } from '../../evidence/evidence.ts'
import type { Limits } from '../../messaging/sending/quota.ts'
import { offers } from '../../payment/good.ts'
import { methodNeeds, payingPlaces } from '../../payment/paying/methods.ts'
import { paymentChannels, paymentMethods } from '../../payment/paying/provider.ts'
import { checkEnds } from '../../payment/refunds/refund.ts'
import { numberedKinds } from '../../person/document.ts'
import { givenItems, methodNamed, openMethods, sourceProvenBy } from '../../verification/methods.ts'
import type { Offers } from './offers.ts'

/** A sending limit without and with a membership. */
const raised = z.strictObject({ without: z.int(), with: z.int() })

/** Everything a user is told before paying; amounts in fen. */
export const offersShown = z.strictObject({
  /** Who runs this and answers for the data; `contact` as the platform wrote it: a number, an address, a page or any words. */
  platform: z.strictObject({ name: z.string(), contact: z.string() }),
  verification: z.strictObject({
    /** The ways to be verified that are open: what each asks for, who pays for it, and which source it proves. */
    ways: z.array(
      z.strictObject({
        method: z.enum(openMethods),
        gives: z.array(z.enum(givenItems)),
        paidBy: z.literal('order'),
        source: z.enum(sources),
      }),
    ),
    offers: z.array(
      z.strictObject({
        offer: z.enum(offers),
        amountFen: z.int(),
        /** What is kept and what goes back by itself, for each way the check can end. */
        outcomes: z.array(z.strictObject({ outcome: z.enum(checkEnds), keptFen: z.int(), backFen: z.int() })),
      }),
    ),
    /** By which ID numbers are judged before anybody pays: first and last birth year, full years that one must have, which documents. */
    idNumberRules: z.strictObject({
      birthYearFrom: z.int(),
      birthYearTo: z.int(),
      minimumAge: z.int(),
      kinds: z.array(z.enum(numberedKinds)),
    }),
    /** Until then nobody can begin a verification: the identity vendor refuses us. */
    pausedUntil: z.nullable(z.iso.datetime()),
  }),
  membership: z.strictObject({
    amountFen: z.int(),
    months: z.int(),
    /** Requests to send, and lengths in code points. */
    sending: z.strictObject({ perDay: raised, perMinute: raised, titleLength: raised, contentLength: raised }),
  }),
  points: z.strictObject({ fenPerPoint: z.int(), min: z.int(), max: z.int() }),
  payment: z.strictObject({
    /** From opening an order. */
    payableForSeconds: z.int(),
    methods: z.array(
      z.strictObject({
        method: z.enum(paymentMethods),
        channel: z.enum(paymentChannels),
        worksIn: z.array(z.enum(payingPlaces)),
        /** What the request to pay must have: an `openid`, or be made from a public address. */
        needs: z.array(z.enum(methodNeeds)),
      }),
    ),
  }),
  /** What has to be agreed to: `consent.notice` of a submission is its version. */
  consent: noticeShown,
})

const raisedBy = ({ without, with: member }: Offers['membership']['limits'], limit: keyof Limits) => ({
  without: without[limit],
  with: member[limit],
})

/**
 * As GET /v1/offers answers them in that language. `platform`: whom people are to ask; `pausedUntil`: until when verification is paused.
 */
export const showOffers = (
  { verification, idNumberRules, membership: { amountFen, months, limits }, points, payableForMs, methods }: Offers,
  of: { platform: Processor; notice: Notice; pausedUntil: Millis | undefined; language: Language },
): z.infer<typeof offersShown> => ({
  platform: { name: of.platform.name, contact: of.platform.contact },
  verification: {
    ways: openMethods.map((method) => {
      const row = methodNamed(method)
      return { method, gives: [...row.gives], paidBy: row.paidBy, source: sourceProvenBy(row) }
    }),
    offers: verification,
    idNumberRules: { ...idNumberRules, kinds: [...idNumberRules.kinds] },
    pausedUntil: rfc3339If(of.pausedUntil),
  },
  membership: {
    amountFen,
    months,
    sending: {
      perDay: raisedBy(limits, 'perDay'),
      perMinute: raisedBy(limits, 'perMinute'),
      titleLength: raisedBy(limits, 'titleLength'),
      contentLength: raisedBy(limits, 'contentLength'),
    },
  },
  points,
  payment: { payableForSeconds: Math.floor(payableForMs / SECOND), methods },
  consent: showNotice(of.notice, of.language),
})
