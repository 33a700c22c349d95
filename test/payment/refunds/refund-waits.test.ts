import { describe, expect, it } from 'vitest'
import { paymentLists } from '../../../functions/payment/keys.ts'
import type { RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { actOnRefund } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import type { RefundAction } from '../../../functions/payment/refunds/refund.ts'
import type { Outcome } from '../../../shared/kernel/outcome.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { nextStep, OPERATOR, type Owed, owed, paidByHand, refundAt } from '../../operator.ts'
import { balances, type World, world } from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const act = (at: World, refund: Owed, action: RefundAction): Promise<Outcome<unknown>> =>
  action === 'paid_by_hand'
    ? paidByHand(at, refund)
    : actOnRefund(at, OPERATOR, { orderId: refund.order.id, name: refund.name, action, reason: '等待过久' })

const listed = async (at: World, list: string) => (await at.table.list({ list, limit: 9 })).items.map(({ sk }) => sk)

const rang = (at: World): string[] => at.alarms.map(({ event }) => event)

type Answer = RefundState | Unavailable

/** The channel answers that to everything about a refund from now on. */
const always = (at: World, says: Answer): void => {
  const said = Array.from({ length: 900 }, () => () => says)
  at.channel.script.refund.push(...said)
  at.channel.script.queryRefund.push(...said)
}

/** Does every step until a person has it, or for 30 days. */
const untilWithPerson = async (at: World, refund: Owed): Promise<number> => {
  const began = at.time.now
  while (refundAt(at, refund)?.status !== 'operator' && at.time.now < began + 30 * DAY) await nextStep(at, refund)
  return at.time.now - began
}

const silent: Answer = { kind: 'unavailable', code: 'TIMEOUT' }
const puzzling: Answer = { kind: 'unavailable', code: 'word_unknown:HELD', unknownWord: true }

describe('P7 a refund that the channel never ends', () => {
  it.each<[string, Answer, string]>([
    ['processing', { kind: 'processing' }, 'processing_too_long'],
    ['silent', silent, 'TIMEOUT'],
    ['a word nobody knows', puzzling, 'word_unknown:HELD'],
    ['absent, however often it is sent', { kind: 'absent' }, 'absent_too_long'],
    ['no balance', { kind: 'unavailable', code: 'NOT_ENOUGH', needsRepair: true }, 'NOT_ENOUGH'],
  ])('%s: is put before a person after three days', async (_name, says, channelCode) => {
    const at = world()
    const refund = await owed(at)
    always(at, says)
    await giveBack(at, refund.id)
    const waited = await untilWithPerson(at, refund)
    expect([waited >= 3 * DAY, waited <= 3 * DAY + 2 * HOUR]).toEqual([true, true])
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', channelCode, dueAt: at.time.now + 6 * HOUR })
    expect(await listed(at, paymentLists.refundsForOperator)).toEqual([`REFUND#${refund.name}`])
    expect(at.alarms.at(-1)).toMatchObject({ event: 'refund_needs_operator', fields: { code: channelCode } })
    expect(await nextStep(at, refund)).toBe('with_operator')
    expect(at.alarms.at(-1)).toMatchObject({ event: 'refund_waits_for_operator', fields: { code: channelCode } })
    expect(refundAt(at, refund)).toMatchObject({ dueAt: at.time.now + 6 * HOUR })
  })

  it('the time is a setting, and counts since the channel took it', async () => {
    const at = world({ refunds: { patienceMs: DAY } })
    const refund = await owed(at)
    at.channel.script.refund.push(() => silent)
    await giveBack(at, refund.id)
    at.time.now += DAY - MINUTE
    expect(await giveBack(at, refund.id)).toBe('processing')
    at.time.now += DAY - 1
    expect(await giveBack(at, refund.id)).toBe('processing')
    at.time.now += HOUR
    expect(await giveBack(at, refund.id)).toBe('waited_too_long')
  })

  it.each<[string, RefundState, string]>([
    ['succeeds', { kind: 'succeeded', refundFen: 100, succeededAt: 1 }, 'succeeded'],
    ['is closed', { kind: 'closed' }, 'due'],
  ])('what %s after all is taken, whether asked for or told', async (_how, state, status) => {
    for (const told of [false, true]) {
      const at = world()
      const refund = await owed(at)
      await giveBack(at, refund.id)
      await untilWithPerson(at, refund)
      at.channel.finishes(refund.number, state)
      const notice = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
      if (told) await takeNotification(at, ...signed(notice))
      else await nextStep(at, refund)
      expect(refundAt(at, refund)).toMatchObject({ status })
      expect(await listed(at, paymentLists.refundsForOperator)).toEqual([])
      expect(balances(at)[`refund-payable:${refund.order.id}`]).toBe(status === 'succeeded' ? 0 : -100)
    }
  })

  it('says why in the channel’s newest words', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    await untilWithPerson(at, refund)
    at.channel.finishes(refund.number, { kind: 'abnormal' })
    await nextStep(at, refund)
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', channelCode: 'abnormal' })
  })

  it('gets its whole time again under the next number, and when it is sent again', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    at.time.now += 7 * DAY
    at.channel.finishes(refund.number, { kind: 'closed' })
    await giveBack(at, refund.id)
    expect(refundAt(at, refund)).toMatchObject({ status: 'due', round: 2 })
    at.channel.script.refund.push(() => silent)
    expect(await nextStep(at, refund)).toBe('unavailable')
    always(at, silent)
    expect(await untilWithPerson(at, refund)).toBeGreaterThanOrEqual(3 * DAY - 2 * HOUR)
    at.channel.script.queryRefund.unshift(() => ({ kind: 'absent' }))
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'due' })
    expect(refundAt(at, refund)).not.toHaveProperty('acceptedAt')
    expect(await nextStep(at, refund)).toBe('unavailable')
  })
})

describe('P7 a refund that the channel closes again and again', () => {
  it('is put before a person in the end, who may send it once more', async () => {
    const at = world()
    const refund = await owed(at)
    always(at, { kind: 'closed' })
    await giveBack(at, refund.id)
    await untilWithPerson(at, refund)
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', round: 5, channelCode: 'closed_too_often' })
    expect(rang(at)).toEqual(['refund_needs_operator'])
    expect(await nextStep(at, refund)).toBe('with_operator')
    expect(valueIn(await act(at, refund, 'retry'))).toMatchObject({ status: 'due', round: 6 })
    await nextStep(at, refund)
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', round: 6 })
    expect(codeOf(await act(at, refund, 'paid_by_hand'))).toBe('ok')
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded', paidByHand: true })
  })
})

describe('P7 an operator and a refund that waited too long', () => {
  const waitedFor = async (says: Answer): Promise<{ at: World; refund: Owed }> => {
    const at = world()
    const refund = await owed(at)
    always(at, says)
    await giveBack(at, refund.id)
    await untilWithPerson(at, refund)
    return { at, refund }
  }

  it.each<[string, Answer, string]>([
    ['works on it', { kind: 'processing' }, 'refund_under_way'],
    ['says nothing', silent, 'refund_state_unknown'],
    ['says what nobody knows', puzzling, 'refund_state_unknown'],
  ])('while the channel %s, nothing is sent or paid', async (_how, says, code) => {
    const { at, refund } = await waitedFor(says)
    const sent = at.channel.count('refund')
    for (const action of ['retry', 'paid_by_hand'] as const) expect(codeOf(await act(at, refund, action))).toBe(code)
    expect(valueIn(await act(at, refund, 'recheck'))).toMatchObject({ status: 'operator' })
    expect(at.channel.count('refund')).toBe(sent)
    expect(balances(at)).not.toHaveProperty('bank')
  })

  it('is told the word that nobody knows', async () => {
    const { at, refund } = await waitedFor(puzzling)
    expect(await act(at, refund, 'retry')).toMatchObject({ refusal: { extra: { channelCode: 'word_unknown:HELD' } } })
  })

  it('what failed at the channel is sent again under its number, or paid by hand', async () => {
    const failed = { kind: 'rejected', code: 'REFUND_FAIL' } as const
    for (const action of ['retry', 'paid_by_hand'] as const) {
      const at = world()
      const refund = await owed(at)
      await giveBack(at, refund.id)
      at.channel.finishes(refund.number, failed)
      await nextStep(at, refund)
      expect(refundAt(at, refund)).toMatchObject({ status: 'operator', channelCode: 'REFUND_FAIL' })
      expect(codeOf(await act(at, refund, action))).toBe('ok')
      if (action === 'paid_by_hand') continue
      at.channel.script.refund.push(() => ({ kind: 'processing' }))
      expect(await nextStep(at, refund)).toBe('processing')
      expect(at.channel.asked.slice(-1)).toEqual([{ call: 'refund', number: refund.number }])
    }
  })
})

describe('P7 a refund left to a person by a notification', () => {
  it('rings at once', async () => {
    const at = world()
    const refund = await owed(at)
    await giveBack(at, refund.id)
    const state = at.channel.finishes(refund.number, { kind: 'abnormal' })
    const notice = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
    for (let times = 0; times < 2; times += 1) await takeNotification(at, ...signed(notice))
    expect(rang(at)).toEqual(['refund_needs_operator'])
  })
})
