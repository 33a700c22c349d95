import { describe, expect, it } from 'vitest'
import { deliver } from '../../../functions/sandbox/delivery/deliver.ts'
import type { Spread } from '../../../functions/sandbox/delivery/task.ts'
import { pendingTasks } from '../../../functions/sandbox/delivery/task-store.ts'
import { armFault } from '../../../functions/sandbox/faults.ts'
import { EVERYTHING_DUE, runPointer } from '../../../functions/sandbox/later.ts'
import { LADDER } from '../../../functions/sandbox/wechat-pay/courier.ts'
import { pay } from '../../../functions/sandbox/wechat-pay/pay.ts'
import { answering, makeKeys, NOON, stageOf } from '../stage.ts'
import { isSigned, merchantOf, opened } from './merchant.ts'

const keys = makeKeys()
const NO = 'order-0001'

const paid = async (spread: Partial<Spread> = {}) => {
  const stage = stageOf(keys)
  const merchant = merchantOf(stage, keys)
  await merchant.create(NO)
  await pay(stage.sandbox, NO, {}, spread)
  return { stage, merchant }
}

const first = async (stage: Awaited<ReturnType<typeof paid>>['stage']) => {
  const [task] = await pendingTasks(stage.sandbox)
  if (!task) throw new Error('nothing is pending')
  return task
}

describe('the notification of a payment', () => {
  it('is signed, sealed and says what was paid; it ends when the merchant answers 204', async () => {
    const { stage } = await paid()
    expect(await stage.runQueue()).toEqual(['accepted'])
    const [request] = stage.received
    expect(request).toMatchObject({ method: 'POST', url: 'https://shiming.example/webhooks/wechat-pay' })
    expect(request && opened(request, keys)).toMatchObject({
      type: 'TRANSACTION.SUCCESS',
      signed: true,
      plaintext: { out_trade_no: NO, trade_state: 'SUCCESS', mchid: keys.secret.mchid, amount: { total: 1000 } },
    })
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it('is repeated by the ladder, 15 times, each signed afresh under the same id, and then given up', async () => {
    const { stage } = await paid()
    stage.world.merchant = () => answering(500)
    const waits: number[] = []
    for (let round = 0; round <= LADDER.length; round += 1) {
      const ended = await stage.runQueue()
      expect(ended).toEqual([round < LADDER.length ? 'refused' : 'given_up'])
      const [next] = stage.queued
      if (next) waits.push(next.waitMs)
      stage.world.now += next?.waitMs ?? 0
    }
    expect(waits).toEqual([...LADDER])
    expect(LADDER.reduce((sum, wait) => sum + wait, 0)).toBe(24 * 3_600_000 + 4 * 60_000)
    expect(stage.received).toHaveLength(16)
    expect(new Set(stage.received.map((request) => opened(request, keys).id)).size).toBe(1)
    expect(stage.received.every((request) => opened(request, keys).signed)).toBe(true)
    const stamps = stage.received.map(({ headers }) => Number(headers['Wechatpay-Timestamp']))
    expect(stamps[0]).toBe(NOON / 1000)
    expect(stamps.at(-1)).toBe(NOON / 1000 + 24 * 3600 + 4 * 60)
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it.each([
    ['an answer that is no 200 or 204', () => answering(302)],
    ['no answer in time', () => ({ kind: 'unknown', reason: 'timeout' }) as const],
    ['nobody there', () => ({ kind: 'not_sent', reason: 'ECONNREFUSED' }) as const],
  ])('comes again after %s', async (_, reply) => {
    const { stage } = await paid()
    stage.world.merchant = reply
    expect(await stage.runQueue()).toEqual(['refused'])
    expect(await first(stage)).toMatchObject({ attempts: 1, dueAt: NOON + 15_000 })
  })

  it('waits when its message comes early, and is sent again by whoever delivers what is due', async () => {
    const { stage } = await paid({ delayMs: 3_600_000 })
    expect(await stage.runQueue()).toEqual(['early'])
    expect(stage.queued).toEqual([{ id: expect.any(String), waitMs: 3_600_000 }])
    expect(await runPointer(stage.sandbox, EVERYTHING_DUE)).toBe('delivered_0')
    stage.world.now += 3_600_000
    expect(await runPointer(stage.sandbox, EVERYTHING_DUE)).toBe('delivered_1')
    expect(await stage.runQueue()).toEqual(['gone'])
    expect(stage.received).toHaveLength(1)
  })

  it('goes out once when two workers get its message at the same moment', async () => {
    const { stage } = await paid()
    const { id } = await first(stage)
    const ended = await Promise.all([deliver(stage.sandbox, id), deliver(stage.sandbox, id)])
    expect(ended.toSorted()).toEqual(['accepted', 'overtaken'])
    expect(stage.received).toHaveLength(1)
  })
})

describe('on request', () => {
  it('comes in copies under one id', async () => {
    const { stage } = await paid({ duplicates: 2 })
    expect(await stage.runQueue()).toEqual(['accepted', 'accepted', 'accepted'])
    expect(new Set(stage.received.map((request) => opened(request, keys).id)).size).toBe(1)
  })

  it('never comes', async () => {
    const { stage } = await paid({ drop: true })
    expect(stage.queued).toEqual([])
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it('comes with a probe whose signature is wrong and which is not repeated', async () => {
    const { stage } = await paid({ probe: true })
    stage.world.merchant = () => answering(401)
    expect((await stage.runQueue()).toSorted()).toEqual(['given_up', 'refused'])
    const probes = stage.received.filter(({ headers }) =>
      headers['Wechatpay-Signature']?.startsWith('WECHATPAY/SIGNTEST/'),
    )
    expect(probes).toHaveLength(1)
    const [probe] = probes
    expect(probe && isSigned(probe.headers, probe.body ?? '', keys)).toBe(false)
  })

  it.each([
    ['drop', 0],
    ['duplicate', 2],
    ['signtest', 2],
  ])('armed with %s makes %d deliveries', async (mode, count) => {
    const stage = stageOf(keys)
    await merchantOf(stage, keys).create(NO)
    await armFault(stage.sandbox, 'wechat_pay_notification', NO, mode, 1)
    await pay(stage.sandbox, NO, {}, {})
    await stage.runQueue()
    expect(stage.received).toHaveLength(count)
  })
})

describe('the notification of a refund', () => {
  it.each([
    [undefined, 'REFUND.SUCCESS', 'SUCCESS'],
    ['closed', 'REFUND.CLOSED', 'CLOSED'],
    ['abnormal', 'REFUND.ABNORMAL', 'ABNORMAL'],
  ])('with fault %s is %s', async (mode, type, status) => {
    const { stage, merchant } = await paid({ drop: true })
    if (mode) await armFault(stage.sandbox, 'wechat_pay_refund', NO, mode, 1)
    await merchant.askRefund(NO, 'r1', 900)
    expect(await stage.runQueue()).toEqual(['early'])
    stage.world.now += 1000
    expect(await stage.runQueue()).toEqual(['accepted'])
    const [request] = stage.received
    expect(request && opened(request, keys)).toMatchObject({
      type,
      signed: true,
      plaintext: { out_refund_no: 'r1', out_trade_no: NO, refund_status: status, amount: { total: 1000, refund: 900 } },
    })
  })

  it('without notify_url is sent to nobody', async () => {
    const { stage, merchant } = await paid({ drop: true })
    await merchant.askRefund(NO, 'r1', 900, { notify_url: undefined })
    expect(await pendingTasks(stage.sandbox)).toEqual([])
  })

  it('is made once although the refund was asked for by many', async () => {
    const { stage, merchant } = await paid({ drop: true })
    await Promise.all(Array.from({ length: 4 }, () => merchant.askRefund(NO, 'r1', 900)))
    expect(await pendingTasks(stage.sandbox)).toHaveLength(1)
  })
})
