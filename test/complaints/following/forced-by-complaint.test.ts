import { describe, expect, it } from 'vitest'
import { completeComplaint, replyToComplaint } from '../../../functions/complaints/answering/answer-complaint.ts'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { membershipKeys } from '../../../functions/membership/keys.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { absorbForcedRefund } from '../../../functions/payment/refunds/absorb-forced-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { valueIn } from '../../kit.ts'
import { nextStep, stuck } from '../../operator.ts'
import { balances, begun, bought, cost, itemAt, offered, person } from '../../world.ts'
import {
  complained,
  complainedOf,
  complaintAt,
  complaintWorld,
  followed,
  notified,
  OPERATOR,
  passes,
  rang,
} from '../fixture.ts'

describe('P12 the channel forces a refund on a complaint', () => {
  it('the ledger absorbs it, the membership goes, an alarm rings, the complaint ends as forced', async () => {
    const at = complaintWorld()
    const { id, user } = await complainedOf(at, { offer: 'membership' })
    at.counter.forcesRefund(id)
    await notified(at, id, 'SELLER_REFUND')
    expect(await followed(at)).toEqual(['forced'])
    expect(complaintAt(at, id)).toMatchObject({ status: 'forced', forcedFen: 1000, fullyRefunded: true })
    expect(complaintAt(at, id)).not.toHaveProperty('dueAt')
    expect(balances(at)).toMatchObject({ 'clearing:wechat_pay': 0, 'revenue:membership': 0 })
    expect(Number(itemAt(at, membershipKeys.membership(user.accountId))?.until)).toBeLessThanOrEqual(at.time.now)
    expect(rang(at)).toEqual(['refund_forced'])
  })

  it('without ending the complaint: absorbed at once, and followed on', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.counter.happens(id, { fullyRefunded: true })
    await notified(at, id, 'REFUND_SUCCESS')
    expect(await followed(at)).toEqual(['open'])
    expect(complaintAt(at, id)).toMatchObject({ forcedFen: 100, dueAt: at.time.now + HOUR })
    at.time.now += HOUR
    at.queue.sent.push({ kind: 'complaint', id: `wechat_pay#${id}` })
    expect((await cost(at, () => followed(at))).calls.table).toBe(2)
    expect(rang(at)).toEqual(['refund_forced'])
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    expect(complaintAt(at, id)).toMatchObject({ status: 'forced' })
  })

  it('after we had ended it', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    valueIn(await completeComplaint(at, OPERATOR, { ...named, reason: 'r' }))
    at.counter.forcesRefund(id)
    await notified(at, id, 'SELLER_REFUND')
    expect(await followed(at)).toEqual(['forced'])
    expect(balances(at)['clearing:wechat_pay']).toBe(0)
  })

  it('while the check still runs: absorbed once it is decided', async () => {
    const at = complaintWorld()
    const { order, checkId } = await bought(at, { who: person('no_record') })
    at.queue.sent.length = 0
    const id = await complained(at, { outTradeNo: order.id })
    at.counter.forcesRefund(id)
    await notified(at, id)
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ dueAt: at.time.now + MINUTE })
    expect(complaintAt(at, id)).not.toHaveProperty('forcedFen')
    await runCheck(at, { id: checkId, remainingMs: () => 30_000 })
    await passes(at, 3 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ forcedFen: 100, status: 'forced' })
    expect(itemAt(at, paymentKeys.refund(order.id, `${order.id}v`))).toMatchObject({ status: 'superseded' })
    expect(balances(at)).toMatchObject({ 'clearing:wechat_pay': 0, [`refund-payable:${order.id}`]: 0 })
  })

  it('is told from our own refund, which is waited for', async () => {
    const at = complaintWorld()
    const { id, order } = await complainedOf(at, { who: person('no_record') })
    await giveBack(at, `${order.id}.${order.id}v`)
    at.channel.finishes(`${order.id}v1`)
    at.counter.happens(id, { fullyRefunded: true, state: 'processed', awaitsReply: false })
    await notified(at, id, 'REFUND_SUCCESS')
    await followed(at)
    expect(complaintAt(at, id)).not.toHaveProperty('forcedFen')
    at.time.now += HOUR
    expect(await giveBack(at, `${order.id}.${order.id}v`)).toBe('succeeded')
    await passes(at, 2 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', forcedFen: 0 })
    expect(complaintAt(at, id)).not.toHaveProperty('dueAt')
    expect(rang(at)).toEqual([])
  })

  it('is told from our own refund that a person has, and that was repaired at the channel', async () => {
    const at = complaintWorld()
    const refund = await stuck(at, 'abnormal', { who: person('no_record') })
    const id = await complained(at, { outTradeNo: refund.order.id })
    at.channel.finishes(refund.number)
    at.counter.happens(id, { fullyRefunded: true, state: 'processed', awaitsReply: false })
    await notified(at, id, 'REFUND_SUCCESS')
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ dueAt: at.time.now + HOUR })
    expect(complaintAt(at, id)).not.toHaveProperty('forcedFen')
    rang(at)
    expect(await nextStep(at, refund)).toBe('succeeded')
    await passes(at, HOUR)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', forcedFen: 0 })
    expect(rang(at)).toEqual([])
  })

  it('takes the place of our own refund that the channel refused', async () => {
    const at = complaintWorld()
    const refund = await stuck(at, 'rejected', { who: person('no_record') })
    const id = await complained(at, { outTradeNo: refund.order.id })
    at.counter.forcesRefund(id)
    await notified(at, id, 'SELLER_REFUND')
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ status: 'forced', forcedFen: 100 })
    expect(itemAt(at, paymentKeys.refund(refund.order.id, refund.name))).toMatchObject({ status: 'superseded' })
  })

  it('of a payment that nobody has told us of: absorbed once it is known', async () => {
    const at = complaintWorld()
    const open = await begun(at)
    const fact = at.channel.payerPays(await offered(at, open))
    const id = await complained(at, { outTradeNo: open.order.id })
    at.counter.forcesRefund(id)
    await notified(at, id, 'SELLER_REFUND')
    await followed(at)
    expect(complaintAt(at, id)).toMatchObject({ dueAt: at.time.now + HOUR })
    expect(complaintAt(at, id)).not.toHaveProperty('forcedFen')
    await recordPayment(at, fact)
    await runCheck(at, { id: `${open.user.accountId}.${open.verification.id}`, remainingMs: () => 30_000 })
    await passes(at, 2 * HOUR)
    expect(complaintAt(at, id)).toMatchObject({ status: 'forced', forcedFen: 100 })
    expect(balances(at)['clearing:wechat_pay']).toBe(0)
  })

  it('told again and again, and in the bill, is booked once', async () => {
    const at = complaintWorld()
    const { id, order } = await complainedOf(at)
    const other = await complained(at, { outTradeNo: order.id })
    for (const one of [id, other]) at.counter.forcesRefund(one)
    for (const one of [id, other, id, other]) await notified(at, one, 'SELLER_REFUND')
    await followed(at)
    const row = {
      channel: 'wechat_pay',
      outTradeNo: order.id,
      channelRefundId: '503',
      fen: 100,
      at: at.time.now,
    } as const
    expect(await absorbForcedRefund(at, row)).toBe('already_absorbed')
    expect(balances(at)).toMatchObject({ 'clearing:wechat_pay': 0, 'revenue:fee': 0 })
    expect(complaintAt(at, other)).toMatchObject({ status: 'forced', forcedFen: 100 })
    expect(rang(at)).toEqual(['refund_forced'])
  })

  it('a worker that died after the ledger and before the complaint was written ends the same', async () => {
    const at = complaintWorld()
    const { id } = await complainedOf(at)
    at.counter.forcesRefund(id)
    await notified(at, id, 'SELLER_REFUND')
    let commits = 0
    const dying: typeof at.table.commit = (writes) => {
      commits += 1
      if (commits === 2) throw new Error('killed')
      return at.table.commit(writes)
    }
    const broken = { ...at, table: { ...at.table, commit: dying } }
    await expect(followComplaint(broken, `wechat_pay#${id}`)).rejects.toThrow('killed')
    at.queue.sent.length = 0
    await passes(at, 2 * MINUTE, MINUTE)
    expect(complaintAt(at, id)).toMatchObject({ status: 'forced', forcedFen: 100 })
    expect(rang(at)).toEqual(['refund_forced'])
  })

  it('about an order of nobody is for an operator alone', async () => {
    const at = complaintWorld()
    const id = await complained(at, { outTradeNo: 'another-shop' })
    at.counter.forcesRefund(id)
    await passes(at, HOUR)
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', forcedFen: 0 })
    expect(rang(at)).toEqual(['complaint_for_operator'])
  })
})
