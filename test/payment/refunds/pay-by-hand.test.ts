import { describe, expect, it } from 'vitest'
import type { Operator } from '../../../functions/audit/deed.ts'
import { refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { paymentKeys, paymentLists } from '../../../functions/payment/keys.ts'
import type { RefundState, Unavailable } from '../../../functions/payment/paying/provider.ts'
import { takeNotification } from '../../../functions/payment/paying/take-notification.ts'
import { actOnRefund } from '../../../functions/payment/refunds/act-on-refund.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { proposeByHand } from '../../../functions/payment/refunds/pay-by-hand.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import {
  approved,
  audits,
  deciding,
  nextStep,
  OPERATOR,
  type Owed,
  owed,
  paidByHand,
  proposed,
  refundAt,
  SECOND,
  stuck,
} from '../../operator.ts'
import { balances, itemAt, type World, world } from '../../world.ts'
import { signed } from '../scripted-channel.ts'

const BOSS = { operatorId: 'boss', isPerson: true } as const

const retry = (at: World, { order, name }: Owed) =>
  actOnRefund(at, OPERATOR, { orderId: order.id, name, action: 'retry', reason: '再试' })

const refuse = (at: World, id: string, by: Operator = SECOND) =>
  refuseProposal(deciding(at), by, { id, reason: '金额不符' })

/** Sent again when the word of whoever said that it was paid is over, and nobody has refused it. */
const retryAfter = (at: World, refund: Owed) => {
  at.time.now = Number(refundAt(at, refund)?.byHandUntil)
  return retry(at, refund)
}

/** A refund that somebody has said was paid another way. */
const asked = async (how: 'rejected' | 'abnormal' = 'rejected') => {
  const at = world()
  const refund = await stuck(at, how)
  return { at, refund, id: valueIn(await proposed(at, refund)).id }
}

const deeds = (at: World) => audits(at).map(({ action, by, reason }) => [action, by, reason])

const person = (id: string) => ({ kind: 'operator', id })

const isUnpaid = (at: World): void => expect(balances(at)).not.toHaveProperty('bank')

describe('P7 a refund is paid by hand by two', () => {
  it.each(['rejected', 'abnormal'] as const)('what was %s ends, against the bank, at the approval', async (how) => {
    const at = world()
    const refund = await stuck(at, how)
    const before = refundAt(at, refund)
    const calls = at.channel.count('queryRefund')
    const { id } = valueIn(await proposed(at, refund))
    expect(refundAt(at, refund)).toEqual({ ...before, byHandProposal: id, byHandUntil: at.time.now + 7 * DAY })
    isUnpaid(at)
    expect(valueIn(await approved(at, id))).toMatchObject({ status: 'approved', decidedBy: person('lin') })
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded', paidByHand: true, paidBy: OPERATOR.operatorId })
    expect(at.channel.count('queryRefund')).toBe(calls + 2)
    expect(balances(at)).toMatchObject({
      bank: -100,
      'clearing:wechat_pay': 100,
      [`refund-payable:${refund.order.id}`]: 0,
    })
    for (const name of ['dueAt', 'byHandProposal', 'byHandUntil']) expect(refundAt(at, refund)).not.toHaveProperty(name)
    expect((await at.table.list({ list: paymentLists.refundsForOperator, limit: 9 })).items).toEqual([])
    at.time.now += 7 * HOUR
    expect(await giveBack(at, refund.id)).toBe('nothing_owed')
  })

  it('keeps who asked, who approved, and why, at the order', async () => {
    const { at, refund, id } = await asked()
    valueIn(await approved(at, id))
    expect(deeds(at)).toEqual([
      ['refund_propose_by_hand', { kind: 'operator_key', id: 'wang' }, '已转账'],
      ['refund_paid_by_hand', person('lin'), '凭证已核对'],
    ])
    for (const audit of audits(at))
      expect(audit).toMatchObject({ subject: `order:${refund.order.id}`, detail: refund.number })
  })

  it('asked once more, by whomever, answers what is open, and is no second deed', async () => {
    const { at, refund, id } = await asked()
    expect(valueIn(await proposed(at, refund)).id).toBe(id)
    expect(valueIn(await proposed(at, refund, BOSS))).toMatchObject({ id, by: { id: 'wang' } })
    expect(audits(at)).toHaveLength(1)
  })

  it('asked by two at once is asked once', async () => {
    const at = world()
    const refund = await stuck(at)
    const both = await Promise.all([proposed(at, refund), proposed(at, refund, BOSS)])
    expect(new Set(both.map((one) => valueIn(one).id)).size).toBe(1)
    expect(audits(at)).toHaveLength(1)
  })

  it('a second click on approving answers the same, and pays nothing more', async () => {
    const { at, id } = await asked()
    const first = valueIn(await approved(at, id))
    expect(valueIn(await approved(at, id))).toEqual(first)
    expect(balances(at).bank).toBe(-100)
    expect(audits(at)).toHaveLength(2)
  })

  it('refused: nothing is paid, it is on record, and may be asked for anew', async () => {
    const { at, refund, id } = await asked()
    expect(valueIn(await refuse(at, id))).toMatchObject({ status: 'refused', decision: '金额不符' })
    expect(codeOf(await refuse(at, id))).toBe('ok')
    expect(deeds(at).at(-1)).toEqual(['proposal_refuse', person('lin'), '金额不符'])
    expect(audits(at)).toHaveLength(2)
    expect(codeOf(await approved(at, id, BOSS))).toBe('proposal_decided')
    isUnpaid(at)
    const again = valueIn(await proposed(at, refund)).id
    expect(again).not.toBe(id)
    expect(codeOf(await approved(at, again))).toBe('ok')
  })
})

describe('P7 a refund is not paid by hand', () => {
  it.each<[string, Operator, Operator]>([
    ['who asked', SECOND, SECOND],
    ['who asked by a key of the same name', { operatorId: 'lin' }, SECOND],
  ])('by %s', async (_who, proposer, approver) => {
    const at = world()
    const refund = await stuck(at)
    const { id } = valueIn(await proposed(at, refund, proposer))
    expect(codeOf(await approved(at, id, approver))).toBe('own_proposal')
    expect(codeOf(await refuse(at, id, approver))).toBe('own_proposal')
    isUnpaid(at)
    expect(codeOf(await approved(at, id, BOSS))).toBe('ok')
  })

  it('by a machine', async () => {
    const { at, id } = await asked()
    for (const decided of [
      await approved(at, id, { operatorId: 'other' }),
      await refuse(at, id, { operatorId: 'other' }),
    ])
      expect(decided).toMatchObject({ refusal: { code: 'right_missing', extra: { right: 'approve_money' } } })
    isUnpaid(at)
  })

  it.each([0, 1])('after its time: %d ms', async (late) => {
    const { at, refund, id } = await asked()
    at.time.now += 7 * DAY + late
    expect(codeOf(await approved(at, id))).toBe('proposal_expired')
    expect(codeOf(await refuse(at, id))).toBe('proposal_expired')
    isUnpaid(at)
    const again = valueIn(await proposed(at, refund)).id
    expect(again).not.toBe(id)
    expect(codeOf(await approved(at, id))).toBe('proposal_expired')
    expect(codeOf(await approved(at, again))).toBe('ok')
  })

  it('a millisecond before its time it is', async () => {
    const { at, id } = await asked()
    at.time.now += 7 * DAY - 1
    expect(codeOf(await approved(at, id))).toBe('ok')
  })

  it('when its time ends while the channel is asked', async () => {
    const { at, id } = await asked()
    at.time.now += 7 * DAY - 1
    at.channel.script.queryRefund.push((honest) => {
      at.time.now += MINUTE
      return honest()
    })
    expect(codeOf(await approved(at, id))).toBe('proposal_expired')
    isUnpaid(at)
  })

  it.each<['abnormal' | 'rejected', () => RefundState | Unavailable, string]>([
    ['abnormal', () => ({ kind: 'processing' }), 'refund_under_way'],
    ['rejected', () => ({ kind: 'unavailable', code: 'TIMEOUT' }), 'refund_state_unknown'],
    ['abnormal', () => ({ kind: 'succeeded', refundFen: 1, succeededAt: 1 }), 'refund_amount_differs'],
  ])(
    'one that is %s, when the channel says otherwise (%#): neither asked for nor approved',
    async (how, says, code) => {
      const at = world()
      const refund = await stuck(at, how)
      const before = refundAt(at, refund)
      at.channel.script.queryRefund.push(says)
      expect(codeOf(await proposed(at, refund))).toBe(code)
      expect(audits(at)).toEqual([])
      const { id } = valueIn(await proposed(at, refund))
      const marked = refundAt(at, refund)
      expect(marked).toEqual({ ...before, byHandProposal: id, byHandUntil: expect.any(Number) })
      at.channel.script.queryRefund.push(says)
      expect(codeOf(await approved(at, id))).toBe(code)
      expect(refundAt(at, refund)).toEqual(marked)
      expect(audits(at)).toHaveLength(1)
      isUnpaid(at)
      // It is open still: the channel may say otherwise later.
      expect(codeOf(await approved(at, id))).toBe('ok')
    },
  )

  it('what the channel paid, which is booked at once: neither asked for nor approved', async () => {
    const before = world()
    const early = await stuck(before, 'abnormal')
    before.channel.finishes(early.number)
    expect(codeOf(await proposed(before, early))).toBe('refund_already_paid')
    expect(codeOf(await proposed(before, early))).toBe('refund_already_paid')
    const { at, refund, id } = await asked('abnormal')
    at.channel.finishes(refund.number)
    expect(codeOf(await approved(at, id))).toBe('refund_already_paid')
    for (const [there, of] of [[before, early] as const, [at, refund] as const]) {
      expect(refundAt(there, of)).toMatchObject({ status: 'succeeded' })
      expect(refundAt(there, of)).not.toHaveProperty('paidByHand')
      isUnpaid(there)
    }
    expect(codeOf(await approved(at, id))).toBe('refund_already_paid')
    expect(codeOf(await refuse(at, id))).toBe('ok')
  })

  it('what still goes on by itself: not asked for', async () => {
    const at = world()
    const refund = await owed(at)
    expect(codeOf(await proposed(at, refund))).toBe('refund_not_with_operator')
    await giveBack(at, refund.id)
    expect(codeOf(await proposed(at, refund))).toBe('refund_not_with_operator')
    expect(audits(at)).toEqual([])
  })

  it.each([{ refundFen: 60 }, { round: 2 }])('for another amount or number than was asked for: %o', async (set) => {
    const { at, refund, id } = await asked()
    await at.table.commit([update(paymentKeys.refund(refund.order.id, refund.name), { set })])
    expect(codeOf(await approved(at, id))).toBe('refund_changed')
    isUnpaid(at)
  })

  it('where there is none, or no such proposal', async () => {
    const at = world()
    const none = 'f'.repeat(32)
    expect(codeOf(await proposeByHand(at, OPERATOR, { orderId: none, name: `${none}v`, reason: 'r' }))).toBe(
      'not_found',
    )
    for (const id of [none, 'x', '../../PAYMENT#1', '']) expect(codeOf(await approved(at, id))).toBe('not_found')
    expect(at.channel.asked).toEqual([])
  })
})

describe('P7 a refund of which somebody says that it was paid by hand', () => {
  it('is not sent again until another has refused that', async () => {
    const { at, refund, id } = await asked()
    const calls = at.channel.asked.length
    expect(await retry(at, refund)).toMatchObject({
      refusal: { code: 'refund_asked_by_hand', extra: { proposal: id } },
    })
    expect(at.channel.asked).toHaveLength(calls)
    expect(audits(at)).toHaveLength(1)
    valueIn(await refuse(at, id))
    expect(refundAt(at, refund)).not.toHaveProperty('byHandUntil')
    expect(valueIn(await retry(at, refund))).toMatchObject({ status: 'due' })
  })

  it('nor until its time is over, to the millisecond', async () => {
    const { at, refund, id } = await asked()
    at.time.now = Number(refundAt(at, refund)?.byHandUntil) - 1
    expect(codeOf(await retry(at, refund))).toBe('refund_asked_by_hand')
    at.time.now += 1
    expect(valueIn(await retry(at, refund))).toMatchObject({ status: 'due' })
    expect(codeOf(await refuse(at, id))).toBe('proposal_expired')
  })

  it('is not sent under the next number where the channel closed it, whoever asks or tells, until that is refused', async () => {
    const { at, refund, id } = await asked('abnormal')
    const state = at.channel.finishes(refund.number, { kind: 'closed' })
    const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
    await takeNotification(at, ...signed(told))
    expect(await nextStep(at, refund)).toBe('with_operator')
    valueIn(
      await actOnRefund(at, OPERATOR, { orderId: refund.order.id, name: refund.name, action: 'recheck', reason: '查' }),
    )
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator', round: 1, byHandProposal: id })
    valueIn(await refuse(at, id))
    expect(await nextStep(at, refund)).toBe('closed')
    expect(refundAt(at, refund)).toMatchObject({ status: 'due', round: 2 })
  })

  it('said while the channel’s word that it is closed is written down: only one of them is', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    at.channel.finishes(refund.number, { kind: 'closed' })
    const [, said] = await Promise.all([nextStep(at, refund), proposed(at, refund)])
    expect(refundAt(at, refund)).toMatchObject(said.ok ? { status: 'operator', round: 1 } : { status: 'due', round: 2 })
  })

  it.each(['tells', 'is asked'] as const)('rings where the channel pays all the same and %s', async (how) => {
    const { at, refund, id } = await asked('abnormal')
    const state = at.channel.finishes(refund.number)
    const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
    if (how === 'tells') await takeNotification(at, ...signed(told))
    else valueIn(await retryAfter(at, refund))
    expect(at.alarms.at(-1)).toMatchObject({
      event: 'refund_asked_by_hand_succeeded',
      fields: { outRefundNo: refund.number, code: id },
    })
    expect(codeOf(await approved(at, id))).toBe(how === 'tells' ? 'refund_already_paid' : 'proposal_expired')
    isUnpaid(at)
  })

  it('does not ring once that was refused', async () => {
    const { at, refund, id } = await asked('abnormal')
    valueIn(await refuse(at, id))
    at.channel.finishes(refund.number)
    valueIn(await retry(at, refund))
    expect(at.alarms.map(({ event }) => event)).not.toContain('refund_asked_by_hand_succeeded')
  })

  it('refused after the refund has ended, or while it ends', async () => {
    const { at, refund, id } = await asked('abnormal')
    at.channel.finishes(refund.number)
    const [, refusing] = await Promise.all([nextStep(at, refund), refuse(at, id)])
    expect(codeOf(refusing)).toBe('ok')
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded' })
  })
})

describe('P7 a refund that several deal with at once', () => {
  it('two approve it at once: it is paid once, and the other hears of it', async () => {
    const { at, id } = await asked()
    const codes = (await Promise.all([approved(at, id), approved(at, id, BOSS)])).map(codeOf)
    expect(codes.sort()).toEqual(['ok', 'proposal_decided'])
    expect(balances(at).bank).toBe(-100)
    expect(audits(at)).toHaveLength(2)
  })

  it('one approves while the other refuses: only one of them does', async () => {
    const { at, refund, id } = await asked()
    const codes = (await Promise.all([approved(at, id), refuse(at, id, BOSS)])).map(codeOf)
    expect(codes.sort()).toEqual(['ok', 'proposal_decided'])
    expect(refundAt(at, refund)?.status).toBe(balances(at).bank ? 'succeeded' : 'operator')
  })

  it('one sends it again while another says that it was paid: only one of them does', async () => {
    const at = world()
    const refund = await stuck(at)
    const [sent, said] = await Promise.all([retry(at, refund), proposed(at, refund)])
    expect([codeOf(sent), codeOf(said)].sort()).toEqual(['ok', 'refund_changed'])
    expect(refundAt(at, refund)?.status).toBe(sent.ok ? 'due' : 'operator')
    expect(refundAt(at, refund)?.byHandProposal).toBe(said.ok ? said.value.id : undefined)
  })

  it('sent again and refused again while somebody was saying that it was paid: they must look once more', async () => {
    const at = world()
    const refund = await stuck(at)
    at.channel.script.queryRefund.push(async (honest) => {
      const said = honest()
      await retry(at, refund)
      at.channel.script.refund.push(() => ({ kind: 'rejected', code: 'USER_ACCOUNT_ABNORMAL' }))
      await nextStep(at, refund)
      return said
    })
    expect(codeOf(await proposed(at, refund))).toBe('refund_changed')
    expect(refundAt(at, refund)).toMatchObject({ status: 'operator' })
    expect(audits(at).map(({ action }) => action)).toEqual(['refund_retry'])
  })

  it('the channel succeeds while it is approved: booked once, as the channel’s', async () => {
    const { at, refund, id } = await asked('abnormal')
    at.channel.script.queryRefund.push(async (honest) => {
      const said = honest()
      const state = at.channel.finishes(refund.number)
      const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
      await takeNotification(at, ...signed(told))
      return said
    })
    expect(codeOf(await approved(at, id))).toBe('refund_changed')
    expect(balances(at)).toMatchObject({ 'clearing:wechat_pay': 0, [`refund-payable:${refund.order.id}`]: 0 })
    isUnpaid(at)
  })

  it('the channel succeeds after it was paid by hand: nothing is booked twice, and somebody is told', async () => {
    const at = world()
    const refund = await stuck(at, 'abnormal')
    valueIn(await paidByHand(at, refund))
    const before = balances(at)
    const state = at.channel.finishes(refund.number)
    const told = { kind: 'refund', outTradeNo: refund.order.id, outRefundNo: refund.number, state } as const
    await takeNotification(at, ...signed(told))
    const fields = { what: 'refund_paid_by_hand_succeeded', number: refund.number }
    expect(at.alarms.at(-1)).toEqual({ event: 'notification_contradicts_books', fields })
    expect(balances(at)).toEqual(before)
  })

  it('both deeds are written down with their effect or not at all', async () => {
    const { at, refund, id } = await asked()
    const commit = async () => {
      throw new Error('killed')
    }
    const broken = { ...at, table: { ...at.table, commit } }
    await expect(approved(broken, id)).rejects.toThrow('killed')
    expect(audits(at)).toHaveLength(1)
    expect(itemAt(at, paymentKeys.ledger(refund.order.id, `refund:${refund.number}`))).toBeUndefined()
    at.time.now += MINUTE
    expect(codeOf(await approved(at, id))).toBe('ok')
  })
})
