import type { Fen } from '../../../shared/kernel/money.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { MEMBERSHIP_MONTHS } from '../../membership/membership.ts'
import { type Limits, limitsOf } from '../../messaging/sending/quota.ts'
import type { MessagingSettings } from '../../messaging/settings.ts'
import { type Goods, type Offer, offers, type Prices } from '../../payment/good.ts'
import { type MethodTerms, methodsAt } from '../../payment/paying/methods.ts'
import type { PaymentChannel } from '../../payment/paying/provider.ts'
import { type CheckEnd, checkEnds, fenGoingBack } from '../../payment/refunds/refund.ts'
import type { PaymentSettings } from '../../payment/settings.ts'
import type { IdNumberRules } from '../../person/id-number.ts'
import { methodNamed, SUBMITTED } from '../../verification/methods.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { type IdentityVendor, kindsTaken } from '../../verification/vendors/choice.ts'
import type { WalletSettings } from '../../wallet/settings.ts'

type Outcome = { outcome: CheckEnd; keptFen: Fen; backFen: Fen }

/** What everything costs and brings, as the settings have it now. Limits are those without and with a membership. */
export type Offers = {
  verification: { offer: Offer; amountFen: Fen; outcomes: Outcome[] }[]
  /** By which ID numbers are judged for free. */
  idNumberRules: IdNumberRules
  membership: { amountFen: Fen; months: number; limits: { without: Limits; with: Limits } }
  points: { fenPerPoint: Fen; min: number; max: number }
  payableForMs: Millis
  methods: MethodTerms[]
}

export type OfferTerms = {
  prices: Prices
  points: WalletSettings['points']
  sending: MessagingSettings['sending']
  orders: Pick<PaymentSettings['orders'], 'lifeMs'>
  checks: VerificationSettings['checks']
}

const outcomesOf = (offer: Offer, amountFen: Fen, feeFen: Fen): Outcome[] =>
  checkEnds.map((outcome) => {
    const backFen = fenGoingBack(offer, outcome, amountFen, feeFen)
    return { outcome, keptFen: amountFen - backFen, backFen }
  })

/**
 * P4 what a user must know before paying: prices are asked of the goods that will be sold, and what goes back of the table that decides
 * it. `accounts`: the channels and identity vendors that this deployment has an account at, and whether it has a service account of WeChat.
 */
export const offersOf = (
  goods: Goods,
  terms: OfferTerms,
  accounts: {
    channels: readonly PaymentChannel[]
    wechat: boolean
    vendors: readonly Pick<IdentityVendor, 'takes'>[]
  },
): Offers => {
  const { prices, points, sending, orders, checks } = terms
  const { birthYearFrom, birthYearTo, minimumAge } = checks
  const kinds = kindsTaken(accounts.vendors, methodNamed(SUBMITTED).question)
  const { verification, membership } = goods
  return {
    verification: offers.map((offer) => {
      const amountFen = verification.price({ kind: 'verification', offer }, prices)
      return { offer, amountFen, outcomes: outcomesOf(offer, amountFen, prices.feeFen) }
    }),
    idNumberRules: { birthYearFrom, birthYearTo, minimumAge, kinds },
    membership: {
      amountFen: membership.price({ kind: 'membership' }, prices),
      months: MEMBERSHIP_MONTHS,
      limits: { without: limitsOf(sending, false), with: limitsOf(sending, true) },
    },
    points: { fenPerPoint: goods.points.price({ kind: 'points', points: 1 }, prices), ...points },
    payableForMs: orders.lifeMs,
    methods: methodsAt(accounts.channels, accounts.wechat),
  }
}
