import { hourOf } from '../../functions/account/limits/window.ts'
import { askForPayment } from '../../functions/payment/orders/ask-for-payment.ts'
import { pay } from '../../functions/payment/paying/pay.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import type { Person } from '../../functions/sandbox/people.ts'
import { runCheck } from '../../functions/verification/check/run-check.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { recharge } from '../../functions/wallet/recharge.ts'
import { HOUR, MINUTE, nextBeijingDay } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import {
  type Begun,
  begun,
  decided,
  enter,
  job,
  offered,
  PAYER_IP,
  person,
  submission,
  type User,
  type World,
  world,
} from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const TODAY = nextBeijingDay(NOON)

/** Only what is named is near. */
const near = (checks: object): World => world({ checks: { perDay: FAR, ever: FAR, refusalsPerDay: FAR, ...checks } })

/** Submits, pays and has the check run, or is refused. */
const checkOnce = async (at: World, user: User, who: Person) => {
  const outcome = await submit(at, await submission(at, user, { who }))
  if (!outcome.ok) return outcome
  const { order, verification } = outcome.value
  await recordPayment(at, at.channel.payerPays(await offered(at, { user, order })))
  await runCheck(at, job(`${user.accountId}.${verification.id}`))
  return outcome
}

/** Paid checks of one account, each about somebody else. */
const checks =
  (limit: object, isForever: boolean): Drive =>
  async () => {
    const at = near(limit)
    const user = await enter(at)
    let nth = 0
    const once = async () => {
      const outcome = await checkOnce(at, user, person('mismatch', nth))
      if (outcome.ok) nth += 1
      return outcome
    }
    const elsewhere = async () => checkOnce(at, await enter(at), person('mismatch', nth))
    return { most: NEAR, time: at.time, once, elsewhere, ...(!isForever && { endsAt: TODAY }) }
  }

/** The same person again, each time by another account. */
const samePerson =
  (who: Person, coolDownMs?: number): Drive =>
  async () => {
    const at = near({})
    const once = async () => checkOnce(at, await enter(at), who)
    const elsewhere = async () => checkOnce(at, await enter(at), person(who.outcome, 1))
    return { most: 1, time: at.time, once, elsewhere, ...(coolDownMs !== undefined && { endsAt: NOON + coolDownMs }) }
  }

/** Somebody known is typed in by an account that is not theirs. */
const refusals: Drive = async () => {
  const at = near({ refusalsPerDay: NEAR })
  const who = person('match')
  await decided(at, { who })
  const user = await enter(at)
  const elsewhere = async () => checkOnce(at, await enter(at), who)
  return { most: NEAR, time: at.time, once: () => checkOnce(at, user, who), elsewhere, endsAt: TODAY }
}

const openOrders: Drive = async () => {
  const at = world({ orders: { mostOpen: NEAR } })
  const { user } = await decided(at)
  let points = 1000
  const once = () => {
    points += 100
    return recharge(at, user.accountId, { idempotencyKey: at.ids.id(), points })
  }
  return { most: NEAR, time: at.time, once, endsAt: NOON + at.settings.orders.lifeMs }
}

/** Another way of paying each time that it was let. */
const otherWays = (at: World, { user, order }: Begun) => {
  let isNative = true
  return async () => {
    const method = isNative ? 'wechat_native' : 'wechat_h5'
    const outcome = await pay(at, user.caller, { orderId: order.id, method, payerIp: PAYER_IP })
    if (outcome.ok) isNative = !isNative
    return outcome
  }
}

const attempts: Drive = async () => {
  const at = world()
  const elsewhere = async () => otherWays(at, await begun(at, { who: person('match', 1) }))()
  return { most: 20, time: at.time, once: otherWays(at, await begun(at)), elsewhere, endsAt: NOON + MINUTE }
}

/** Paying another way and looking for a payment, in turn: they are counted together. */
const channelAsks: Drive = async () => {
  const at = world({ orders: { asksPerHour: NEAR + 1, lifeMs: 2 * HOUR } })
  const open = await begun(at)
  const payAnotherWay = otherWays(at, open)
  await payAnotherWay()
  let looks = false
  const once = () => {
    looks = !looks
    return looks ? askForPayment(at, open.user.accountId, open.order.id) : payAnotherWay()
  }
  const elsewhere = async () => otherWays(at, await begun(at, { who: person('match', 1) }))()
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: hourOf(NOON).endsAt }
}

export const moneyDrives: Readonly<Record<string, Drive>> = {
  'checks.perDay': checks({ perDay: NEAR }, false),
  'checks.ever': checks({ ever: NEAR }, true),
  'checks.refusalsPerDay': refusals,
  'checks.mismatch': samePerson(person('mismatch'), 24 * HOUR),
  'checks.noRecord': samePerson(person('no_record'), 72 * HOUR),
  'checks.accountsPerPerson': samePerson(person('match')),
  'orders.mostOpen': openOrders,
  attempts,
  'orders.asksPerHour': channelAsks,
}
