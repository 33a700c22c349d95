import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { payerPays } from '../channel/channel-life.ts'
import { untilDelivered } from '../world/quiet.ts'
import {
  allBackFen,
  answering,
  type Offer,
  opened,
  paidFor,
  type Scenario,
  shownCode,
  verification,
} from '../world/script.ts'
import { verdict } from './vendor.ts'

const notExecuted: CheckResult = { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true }

type Row = { name: string; status: string; backFen: number; results: CheckResult[] }

const rows = (offer: Offer): Row[] => {
  const all = allBackFen[offer]
  const unknown = { kind: 'unknown', vendorCode: 'ETIMEDOUT' } as const
  const refused = { kind: 'refused', because: 'vendor_refused', billed: 'no', vendorCode: 'FailedOperation' } as const
  return [
    { name: 'match', status: 'verified', backFen: 0, results: [verdict('match')] },
    { name: 'mismatch', status: 'mismatch', backFen: offer === 'fee' ? 0 : 900, results: [verdict('mismatch')] },
    { name: 'no record', status: 'no_record', backFen: all, results: [verdict('no_record')] },
    { name: 'unknown', status: 'undetermined', backFen: all, results: [unknown] },
    { name: 'vendor down', status: 'undetermined', backFen: all, results: [notExecuted] },
    { name: 'vendor back', status: 'verified', backFen: 0, results: [notExecuted, verdict('match')] },
    { name: 'refused', status: 'undetermined', backFen: all, results: [refused] },
  ]
}

const byVerdict = (offer: Offer): Scenario[] =>
  rows(offer).map(({ name, status, backFen, results }) => ({
    name: `${offer}, ${name}`,
    accounts: 1,
    ends: { status, backFen },
    async play(world) {
      answering(world, ...results)
      await paidFor(world, verification(world, offer))
    },
  }))

const identityInUse = (offer: Offer): Scenario => ({
  name: `${offer}, identity in use`,
  accounts: 2,
  ends: { status: 'identity_in_use', backFen: allBackFen[offer] },
  async play(world) {
    const first = await opened(world, verification(world, 'fee', 0))
    const second = await opened(world, verification(world, offer, 1))
    // Both have their code before either is verified: nobody is shown one afterwards.
    for (const order of [first, second]) await shownCode(world, order)
    for (const order of [first, second]) {
      payerPays(world.channel, order.orderId)
      await untilDelivered(world)
    }
  },
})

/** Verified elsewhere before there was anything to pay with. */
const verifiedMeanwhile: Scenario = {
  name: 'verified elsewhere before paying is opened',
  accounts: 2,
  ends: { status: 'cancelled', backFen: 0 },
  async play(world) {
    const first = await opened(world, verification(world, 'fee', 0))
    const second = await opened(world, verification(world, 'fee', 1))
    await shownCode(world, first)
    payerPays(world.channel, first.orderId)
    await untilDelivered(world)
    await shownCode(world, second)
    for (const outTradeNo of world.shown.keys()) payerPays(world.channel, outTradeNo)
  },
}

/** Every offer with every result. */
export const scenariosOfChecks: readonly Scenario[] = [
  ...byVerdict('fee'),
  ...byVerdict('membership'),
  identityInUse('fee'),
  identityInUse('membership'),
  verifiedMeanwhile,
]
