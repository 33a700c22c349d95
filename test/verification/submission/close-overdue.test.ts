import { describe, expect, it } from 'vitest'
import { endsAt } from '../../../functions/payment/orders/order.ts'
import { pay } from '../../../functions/payment/paying/pay.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { submit } from '../../../functions/verification/submission/submit.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { codeOf } from '../../kit.ts'
import {
  type Begun,
  begun,
  bought,
  cost,
  offered,
  person,
  statusOf,
  submission,
  type World,
  world,
} from '../../world.ts'

const other = person('match', 1)

const again = async (at: World, { user }: Begun) => {
  const outcome = await submit(at, await submission(at, user, { who: other }))
  return outcome.ok ? undefined : outcome.refusal
}

const canPay = async (at: World, { user, order }: Begun) =>
  codeOf(await pay(at, user.caller, { orderId: order.id, method: 'wechat_native' }))

const silent = () => ({ kind: 'unavailable', code: 'TIMEOUT' }) as const

const overdue = async (at: World): Promise<Begun & { number: string }> => {
  const open = await begun(at)
  const number = await offered(at, open)
  at.time.now = open.order.expiresAt
  return { ...open, number }
}

const named = ({ verification, order }: Begun, status: string) => ({
  verificationId: verification.id,
  orderId: order.id,
  verificationStatus: status,
})

describe('P4 a verification in the way of another', () => {
  it('is named, and until when, as long as it can be paid', async () => {
    const at = world()
    const open = await begun(at)
    const { expiresAt } = open.order
    at.time.now = expiresAt - 1
    const extra = named(open, 'awaiting_payment')
    expect(await again(at, open)).toEqual({ code: 'verification_open', retryAt: expiresAt, extra })
    expect(await canPay(at, open)).toBe('ok')
  })

  it('is ended from that very moment on, by submitting alone', async () => {
    const at = world()
    const open = await overdue(at)
    expect(await canPay(at, open)).toBe('order_expired')
    expect(await again(at, open)).toBeUndefined()
    expect(statusOf(at, open)).toEqual({ verification: 'expired', order: 'closed' })
    expect(await at.channel.provider.query(open.number)).toEqual({ kind: 'closed' })
  })

  it('stands in the way without a time while its check runs', async () => {
    const at = world()
    const open = await bought(at)
    at.time.now = endsAt(open.order)
    expect(await again(at, open)).toEqual({ code: 'verification_open', extra: named(open, 'queued') })
  })

  it('paid at that moment, is found to be paid', async () => {
    const at = world()
    const open = await overdue(at)
    at.channel.payerPays(open.number)
    expect(await again(at, open)).toEqual({ code: 'verification_open', extra: named(open, 'queued') })
  })

  it('paid while it is being ended, is being checked', async () => {
    const at = world()
    const open = await overdue(at)
    at.channel.script.close.push(async (honest) => {
      const answer = honest()
      await recordPayment(at, at.channel.payerPays(open.number))
      return answer
    })
    expect(await again(at, open)).toEqual({ code: 'verification_open', extra: named(open, 'queued') })
  })

  it('whose channel is silent is asked about again in seconds', async () => {
    const at = world()
    const open = await overdue(at)
    at.channel.script.close.push(silent)
    at.channel.script.query.push(silent)
    const retryAt = at.time.now + 5 * SECOND
    const extra = named(open, 'awaiting_payment')
    expect(await again(at, open)).toEqual({ code: 'verification_open', retryAt, extra })
    expect(await again(at, open)).toBeUndefined()
  })

  it("ended by somebody else at that moment is in nobody's way", async () => {
    const at = world()
    const open = await overdue(at)
    at.channel.script.close.push(async (honest) => {
      await at.endOrder(open.order.id)
      return honest()
    })
    expect(await again(at, open)).toBeUndefined()
  })

  it('costs five calls to the table more where it must be ended, and none where nothing is in the way', async () => {
    const at = world()
    const open = await overdue(at)
    const sent = await submission(at, open.user, { who: other })
    expect((await cost(at, () => submit(at, sent))).calls).toMatchObject({ table: 8, kms: 2, queue: 0 })
  })
})
