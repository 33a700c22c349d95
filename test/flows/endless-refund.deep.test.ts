import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { getOrderRoute } from '../../functions/payment/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { codeToScan, scan, verificationNow } from '../../local/demo/user.ts'
import { HOUR } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { submitted } from './way.ts'

describe('P7 a refund that the channel never ends', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('stands before an operator after three days, and its payer is told so', async () => {
    const { platform, engine, operatorKey: token } = instance
    const { user, id, orderId } = await submitted(instance, 'no_record', 'fee')
    const { codeUrl, outTradeNo } = await codeToScan(platform, user, orderId)
    const fault = { target: 'wechat_pay_refund', mode: 'never_ends', times: 1, subject: outTradeNo }
    await platform.must(faultsRoute, { body: fault })
    await scan(platform, codeUrl)
    await settle(engine)
    const told = async () => {
      const order = await platform.must(getOrderRoute, { params: { id: orderId }, token: user.token })
      const verification = await verificationNow(platform, user, id)
      expect([verification.refunds, verification.order.status]).toEqual([order.refunds, order.status])
      return order
    }
    const refund = { cause: 'verdict', paidFen: 100, amountFen: 100, takenAt: expect.any(String) }
    expect(await told()).toMatchObject({ status: 'refunding', refunds: [{ ...refund, status: 'on_its_way' }] })
    for (let hours = 0; hours < 75; hours += 3) await engine.advance(3 * HOUR)
    expect(await told()).toMatchObject({ status: 'refunding', refunds: [{ ...refund, status: 'needs_person' }] })
    const { refunds } = await platform.must(refundsRoute, { token, query: { which: 'operator' } })
    expect(refunds).toMatchObject([{ orderId, status: 'operator', channelCode: 'processing_too_long' }])
    for (const action of ['retry', 'paid_by_hand']) {
      const deed = { token, params: { orderId, name: `${orderId}v` }, body: { action, reason: '三天未到账' } }
      const answer = await platform.call(refundActionRoute, deed)
      expect(answer.ok ? 'ok' : answer.problem.code).toBe('refund_under_way')
    }
  })
})
