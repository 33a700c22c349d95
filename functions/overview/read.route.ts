import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { banShown } from '../account/bans/ban-view.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { enforcementShown } from '../gate/enforcement-view.ts'
import { gateRefusals, shortfalls } from '../gate/gate.ts'
import { moneyBackShown } from '../payment/money-back/money-back-view.ts'
import { levelShown } from './level-view.ts'
import { wholeOrderShown } from './order-view.ts'
import { vendorsShown } from './vendor-view.ts'

const time = z.iso.datetime()

/** Whether an account may use a feature. */
export const decisionShown = z.union([
  z.strictObject({ allowed: z.literal(true) }),
  z.strictObject({
    allowed: z.literal(false),
    code: z.enum(gateRefusals),
    legacyCode: z.nullable(z.int()),
    verifyUrl: z.nullable(z.string()),
    /** What the feature needs and what the account has, where that is why. */
    neededLevel: z.nullable(z.int()),
    heldLevel: z.nullable(z.int()),
    shortfall: z.nullable(z.enum(shortfalls)),
  }),
])

export const accountRoute = route({
  fn: 'overview-read',
  method: 'GET',
  name: 'getAccount',
  path: '/v1/account',
  caller: 'session_or_platform',
  summary:
    'The account: whether, how and as whom it is verified (masked), its membership and points, money that goes back, whether and why it is banned, and what it may do. Of a user the platform knows and this service has never seen: an account without anything, whose `id` is null.',
  query: z.strictObject(ofUser),
  answers: {
    200: z.strictObject({
      /** Null for a user of the platform who has never been here. */
      id: z.nullable(z.string()),
      externalId: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      verification: levelShown,
      membership: z.nullable(z.strictObject({ active: z.boolean(), until: time })),
      points: z.int(),
      refunds: z.array(z.strictObject({ orderId: z.string(), ...moneyBackShown.shape })),
      /** The ban that stands; where the platform has banned an account that complaints have banned too, that for complaints. */
      ban: z.nullable(banShown),
      gate: z.strictObject({ send_message: decisionShown, recharge_points: decisionShown }),
      /** Null for the verified and the banned. */
      enforcement: z.nullable(enforcementShown),
      /** Where this session came from and leads back to; null where nobody has said so, and for the platform. */
      returnTo: z.nullable(z.strictObject({ name: z.string(), url: z.string() })),
    }),
  },
  problems: [...ofUserProblems],
})

export const wholeOrderRoute = route({
  fn: 'overview-read',
  method: 'GET',
  caller: 'operator',
  name: 'getWholeOrder',
  path: '/v1/operator/orders/{id}',
  summary: 'Everything about an order: payments, refunds and ledger; no identity data',
  answers: { 200: wholeOrderShown },
  problems: ['unauthenticated', 'not_found'],
})

export const vendorsRoute = route({
  fn: 'overview-read',
  method: 'GET',
  caller: 'operator',
  name: 'listVendors',
  path: '/v1/operator/vendors',
  summary: 'The identity vendors: whether one refuses us, since when, with which code, and when it is tried again',
  answers: { 200: vendorsShown },
  problems: ['unauthenticated'],
})
