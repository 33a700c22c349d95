import { describe, expect, it } from 'vitest'
import { bookkeepingKeys } from '../../../functions/bookkeeping/keys.ts'
import { differenceOf, differenceStored } from '../../../functions/bookkeeping/reconciliation/difference-store.ts'
import { listRuns, readRun } from '../../../functions/bookkeeping/reconciliation/read-runs.ts'
import { refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { paymentKeys } from '../../../functions/payment/keys.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { dayAfter } from '../../../shared/kernel/days.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { audits, deciding, refundAt, SECOND } from '../../operator.ts'
import { balances, drained, itemAt } from '../../world.ts'
import { CHANNEL, row } from '../reconciliation/billed.ts'
import {
  approved,
  asked,
  frozen,
  neverWent,
  nobodys,
  rerunDay,
  settled,
  states,
  unexplained,
  unknownAndBack,
} from './settling.ts'

const BOSS = { operatorId: 'boss', isPerson: true } as const
const SUSPENSE = `suspense:${CHANNEL}`
const CLEARING = `clearing:${CHANNEL}`

describe('P16 a difference that stays open is settled by two', () => {
  it.each([
    ['taken_in', 'revenue:difference'],
    ['paid_back', 'bank'],
  ])('money of nobody’s is %s: suspense ends at zero against %s', async (way, account) => {
    const { books, at, day, paid } = await unknownAndBack()
    const before = balances(at)
    const { id } = valueIn(await asked(books, { difference: paid, way }))
    expect(balances(at)).toEqual(before)
    expect(valueIn(await approved(at, id))).toMatchObject({ status: 'approved' })
    const after = balances(at)
    // What came is settled; what went out the next day is still there.
    expect(after).toMatchObject({ [SUSPENSE]: 7, [account]: (before[account] ?? 0) - 7, [CLEARING]: before[CLEARING] })
    expect(await states(books, day)).toEqual([`${paid} settled unknown_order`])
    expect(unexplained(books, day)).toBe(0)
  })

  it.each([
    ['written_off', 'expense:difference'],
    ['got_back', 'bank'],
  ])('what went out of nobody’s is %s: suspense ends at zero against %s', async (way, account) => {
    const { books, at, next, back } = await unknownAndBack()
    const before = balances(at)
    valueIn(await settled(books, { day: next, difference: back, way }))
    expect(balances(at)).toMatchObject({ [SUSPENSE]: -7, [account]: (before[account] ?? 0) + 7 })
    expect([unexplained(books, next), unexplained(books, dayAfter(next, -1))]).toEqual([0, 7])
  })

  it('two that cancel each other end in one commit, also of different days, and leave nothing anywhere', async () => {
    const { books, at, day, next, paid, back } = await unknownAndBack()
    const { [SUSPENSE]: _none, ...before } = balances(at)
    valueIn(await settled(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }))
    expect(balances(at)).toEqual({ ...before, [SUSPENSE]: 0, [`matched:${CHANNEL}`]: 0 })
    expect([await states(books, day), await states(books, next)]).toEqual([
      [`${paid} settled unknown_order`],
      [`${back} settled unknown_order`],
    ])
    expect([unexplained(books, day), unexplained(books, next)]).toEqual([0, 0])
    const shown = valueIn(await readRun(at, CHANNEL, next)).differences[0]
    expect(shown).toMatchObject({
      ways: [],
      opposites: [],
      settled: { way: 'matched', with: { day, difference: paid } },
    })
  })

  it('is on record, with every day it ends something of: who asked, who approved, and why', async () => {
    const { books, at, day, next, paid, back } = await unknownAndBack()
    valueIn(await settled(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }))
    expect(audits(at).map(({ subject, action, by, detail, reason }) => [subject, action, by, detail, reason])).toEqual([
      [
        `reconciliation:${CHANNEL}:${day}`,
        'difference_propose',
        { kind: 'operator_key', id: 'wang' },
        `matched ${paid}`,
        '已核对',
      ],
      [
        `reconciliation:${CHANNEL}:${day}`,
        'difference_settle',
        { kind: 'operator', id: 'lin' },
        `matched ${paid}`,
        '同意',
      ],
      [
        `reconciliation:${CHANNEL}:${next}`,
        'difference_settle',
        { kind: 'operator', id: 'lin' },
        `matched ${back}`,
        '同意',
      ],
    ])
  })

  it('is what the day shows before: the ways that are open, and what each may be matched with', async () => {
    const { books, at, day, next, paid, back } = await unknownAndBack()
    const shown = async () => valueIn(await readRun(at, CHANNEL, day)).differences
    const open = {
      id: paid,
      ways: ['matched', 'paid_back', 'taken_in'],
      opposites: [{ day: next, difference: back, kind: 'refund_missing_here', number: 'r-1' }],
      settled: null,
    }
    expect(await shown()).toMatchObject([{ ...open, proposal: null }])
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    expect(await shown()).toMatchObject([{ ...open, proposal: id }])
    at.time.now += 7 * DAY
    expect(await shown()).toMatchObject([{ ...open, proposal: null }])
  })

  it('a payment that never came is written off: its order is frozen no more, and keeps what it bought', async () => {
    const { books, at, day, order, id } = await frozen()
    expect(unexplained(books, day)).toBe(100)
    const before = balances(at)
    const orderAt = () => itemAt(at, paymentKeys.order(order.id))
    const kept = { status: 'paid', amountFen: 100, kind: 'verification' }
    expect(orderAt()).toMatchObject({ ...kept, frozenAt: expect.any(Number) })
    at.channel.script.query.push(() => ({ kind: 'absent' }))
    valueIn(await settled(books, { difference: id, way: 'written_off' }))
    expect(balances(at)).toEqual({
      ...before,
      [CLEARING]: (before[CLEARING] ?? 0) - 100,
      'expense:difference': 100,
    })
    expect(orderAt()).toMatchObject(kept)
    expect(orderAt()).not.toHaveProperty('frozenAt')
    expect(unexplained(books, day)).toBe(0)
    expect(audits(at).map(({ subject }) => subject)).toContain(`order:${order.id}`)
  })

  it('a refund that never went is owed again, and goes out under the next number', async () => {
    const { books, at, day, refund, id } = await neverWent()
    expect(await states(books, day)).toEqual([`${id} open refund_absent`])
    const payable = `refund-payable:${refund.fact.outTradeNo}`
    const before = balances(at)
    at.queue.sent.length = 0
    valueIn(await settled(books, { difference: id, way: 'owed_again' }))
    expect(balances(at)).toEqual({ ...before, [CLEARING]: (before[CLEARING] ?? 0) + 100, [payable]: -100 })
    expect(refundAt(at, refund)).toMatchObject({ status: 'due', round: 2, refundFen: 100 })
    expect(refundAt(at, refund)).not.toHaveProperty('succeededAt')
    expect(await drained(at)).toEqual(['processing'])
    at.channel.finishes(`${refund.name}2`)
    at.time.now = Number(refundAt(at, refund)?.dueAt)
    expect(await giveBack(at, refund.id)).toBe('succeeded')
    expect(balances(at)).toEqual({ ...before, [payable]: 0 })
    expect(unexplained(books, day)).toBe(0)
  })
})

describe('P16 what was settled stays as it is', () => {
  it('when its days are held against the ledger once more', async () => {
    const { books, at, day, next, paid, back } = await unknownAndBack()
    valueIn(await settled(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }))
    const other = [balances(at), await states(books, day), await states(books, next)]
    for (const each of [day, next, day]) expect(await rerunDay(books, each)).toBe('done')
    expect([balances(at), await states(books, day), await states(books, next)]).toEqual(other)
    expect([unexplained(books, day), unexplained(books, next)]).toEqual([0, 0])
    expect(at.faults).toEqual([])
  })

  it.each(['payment', 'refund'] as const)('a %s that bills do not know is not asked about again', async (kind) => {
    const { books, at, day, next, id } = kind === 'payment' ? await frozen() : await neverWent()
    if (kind === 'payment') at.channel.script.query.push(() => ({ kind: 'absent' }))
    valueIn(await settled(books, { difference: id, way: kind === 'payment' ? 'written_off' : 'owed_again' }))
    const before = [balances(at), at.channel.asked.length]
    for (const each of [day, next]) expect(await rerunDay(books, each)).toBe('done')
    expect([balances(at), at.channel.asked.length]).toEqual(before)
    expect((await states(books, day))[0]).toMatch(/ settled /)
  })

  it('on a second click, and when it is asked for anew', async () => {
    const { books, at, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    const first = valueIn(await approved(at, id))
    const before = balances(at)
    expect(valueIn(await approved(at, id))).toEqual(first)
    expect(codeOf(await asked(books, { difference: paid, way: 'paid_back' }))).toBe('difference_not_open')
    expect(balances(at)).toEqual(before)
    expect(audits(at)).toHaveLength(2)
  })

  it('and the queue of days no longer has it', async () => {
    const { books, at, paid } = await unknownAndBack()
    const open = async () =>
      valueIn(await listRuns(at, CHANNEL, { limit: 31 })).runs.filter(({ report }) => report?.unexplainedFen !== 0)
    const before = (await open()).length
    valueIn(await settled(books, { difference: paid, way: 'taken_in' }))
    expect((await open()).length).toBe(before - 1)
  })
})

describe('P16 a difference is not settled', () => {
  it('by who asked for it, nor by a machine', async () => {
    const { books, at, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }, SECOND))
    expect(codeOf(await approved(at, id))).toBe('own_proposal')
    expect(codeOf(await approved(at, id, { operatorId: 'key' }))).toBe('right_missing')
    expect(balances(at)).not.toHaveProperty('revenue:difference')
    expect(codeOf(await approved(at, id, BOSS))).toBe('ok')
  })

  it('in a way that is not open to it, which says those that are', async () => {
    const { books, paid, back, next } = await unknownAndBack()
    const refusal = refusalOf(await asked(books, { difference: paid, way: 'written_off' }))
    expect(refusal).toEqual({
      code: 'settling_way_not_open',
      fields: [{ pointer: '/way', code: 'settling_way_not_open' }],
      extra: { ways: 'matched paid_back taken_in' },
    })
    expect(codeOf(await asked(books, { day: next, difference: back, way: 'taken_in' }))).toBe('settling_way_not_open')
    expect(codeOf(await asked(books, { difference: paid, way: 'nonsense' }))).toBe('settling_way_not_open')
  })

  it.each<
    [string, (of: { day: string; next: string; paid: string }) => { day: string; difference: string } | undefined]
  >([
    ['nothing', () => undefined],
    ['itself', ({ day, paid }) => ({ day, difference: paid })],
    ['one that is not there', ({ next }) => ({ day: next, difference: 'refund_missing_here:none' })],
    ['one of a day that is none', ({ paid }) => ({ day: 'today', difference: paid })],
    ['another payment', ({ next }) => ({ day: next, difference: `payment_missing_here:${nobodys('e')}` })],
    ['one of a fen more', ({ next }) => ({ day: next, difference: 'refund_missing_here:r-2' })],
  ])('by matching it with %s', async (_what, choose) => {
    const { books, at, day, next, paid } = await unknownAndBack()
    books.bills.set(next, [
      row(nobodys('e'), 7, at.time.now),
      row(nobodys('d'), 8, at.time.now, { kind: 'refund', channelRefundId: 'r-2' }),
    ])
    await rerunDay(books, next)
    expect(await states(books, next)).toHaveLength(3)
    const other = choose({ day, next, paid })
    expect(codeOf(await asked(books, { difference: paid, way: 'matched', with: other }))).toBe('no_counterpart')
    expect(audits(at).filter(({ action }) => action === 'difference_propose')).toEqual([])
  })

  it('with a counterpart where the way takes none', async () => {
    const { books, next, paid, back } = await unknownAndBack()
    const other = { day: next, difference: back }
    expect(codeOf(await asked(books, { difference: paid, way: 'taken_in', with: other }))).toBe('no_counterpart')
  })

  it('where there is none', async () => {
    const { books, paid } = await unknownAndBack()
    for (const of of [
      { difference: 'payment_missing_here:none' },
      { difference: '' },
      { difference: 'x'.repeat(3000) },
      { difference: paid, day: '20260230' },
      { difference: paid, day: '' },
      { difference: paid, channel: 'bank' },
      { difference: paid, channel: 'alipay' },
    ])
      expect(codeOf(await asked(books, { way: 'taken_in', ...of }))).toBe('not_found')
  })

  it('while another way is asked for', async () => {
    const { books, at, next, paid, back } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    expect(valueIn(await asked(books, { difference: paid, way: 'taken_in' }, BOSS)).id).toBe(id)
    expect(codeOf(await asked(books, { difference: paid, way: 'paid_back' }))).toBe('settling_asked')
    const other = { day: next, difference: back }
    expect(codeOf(await asked(books, { difference: paid, way: 'matched', with: other }))).toBe('settling_asked')
    valueIn(await refuseProposal(deciding(at), SECOND, { id, reason: '再找找' }))
    valueIn(await settled(books, { difference: paid, way: 'matched', with: other }))
  })

  it('after the proposal’s time', async () => {
    const { books, at, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    at.time.now += 7 * DAY
    expect(codeOf(await approved(at, id))).toBe('proposal_expired')
    expect(balances(at)).not.toHaveProperty('revenue:difference')
  })
})

describe('P16 the channel is asked once more before a movement of ours is given up', () => {
  it.each(['payment', 'refund'] as const)(
    'a %s that it knows by then is left to its day, which explains it',
    async (kind) => {
      const { books, at, day, id } = kind === 'payment' ? await frozen() : await neverWent()
      const { id: proposal } = valueIn(
        await asked(books, { difference: id, way: kind === 'payment' ? 'written_off' : 'owed_again' }),
      )
      const before = balances(at)
      if (kind === 'refund') {
        const said = () => ({ kind: 'succeeded', refundFen: 100, succeededAt: at.time.now }) as const
        at.channel.script.queryRefund.push(said, said)
      }
      expect(codeOf(await approved(at, proposal))).toBe('movement_confirmed')
      expect(await rerunDay(books, day)).toBe('done')
      expect(await states(books, day)).toEqual([`${id} explained asked_again`])
      expect([balances(at), unexplained(books, day)]).toEqual([before, 0])
      expect(at.table.items().filter(({ frozenAt }) => frozenAt !== undefined)).toEqual([])
      expect(codeOf(await approved(at, proposal))).toBe('difference_not_open')
    },
  )

  it.each(['payment', 'refund'] as const)('nothing is done about a %s while it does not answer', async (kind) => {
    const { books, at, id } = kind === 'payment' ? await frozen() : await neverWent()
    const { id: proposal } = valueIn(
      await asked(books, { difference: id, way: kind === 'payment' ? 'written_off' : 'owed_again' }),
    )
    const before = balances(at)
    const silent = { kind: 'unavailable', code: 'TIMEOUT' } as const
    at.channel.script.query.push(
      () => silent,
      () => ({ kind: 'absent' }),
    )
    at.channel.script.queryRefund.push(() => silent)
    expect(refusalOf(await approved(at, proposal))).toMatchObject({
      code: 'movement_unknown',
      extra: { channelCode: 'TIMEOUT' },
    })
    expect(balances(at)).toEqual(before)
    expect(codeOf(await approved(at, proposal))).toBe('ok')
  })

  it.each(['processing', 'abnormal'] as const)('a refund that is %s there is not owed again', async (kind) => {
    const { books, at, refund, id } = await neverWent()
    const { id: proposal } = valueIn(await asked(books, { difference: id, way: 'owed_again' }))
    at.channel.script.queryRefund.push(() => ({ kind }))
    expect(codeOf(await approved(at, proposal))).toBe('movement_confirmed')
    expect(refundAt(at, refund)).toMatchObject({ status: 'succeeded', round: 1 })
  })
})

describe('P16 a difference that several deal with at once', () => {
  it('two approve it at once: it is booked once', async () => {
    const { books, at, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    const codes = (await Promise.all([approved(at, id), approved(at, id, BOSS)])).map(codeOf)
    expect(codes.sort()).toEqual(['ok', 'proposal_decided'])
    expect(balances(at)['revenue:difference']).toBe(-7)
  })

  it('both sides are asked to be matched, and both approved at once: they end once', async () => {
    const { books, at, day, next, paid, back } = await unknownAndBack()
    const one = valueIn(await asked(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }))
    const other = valueIn(
      await asked(books, { day: next, difference: back, way: 'matched', with: { day, difference: paid } }, SECOND),
    )
    const codes = (await Promise.all([approved(at, one.id), approved(at, other.id, BOSS)])).map(codeOf)
    expect(codes.sort()).toEqual(['difference_not_open', 'ok'])
    expect(balances(at)).toMatchObject({ [SUSPENSE]: 0, [`matched:${CHANNEL}`]: 0 })
  })

  it('its counterpart was settled meanwhile: nothing is done', async () => {
    const { books, at, next, paid, back } = await unknownAndBack()
    const { id } = valueIn(
      await asked(books, { difference: paid, way: 'matched', with: { day: next, difference: back } }),
    )
    valueIn(await settled(books, { day: next, difference: back, way: 'written_off' }))
    const before = balances(at)
    expect(codeOf(await approved(at, id))).toBe('no_counterpart')
    expect(balances(at)).toEqual(before)
  })

  it('two of one day are approved at once: both end, and nothing is left unexplained', async () => {
    const { books, at, next, back } = await unknownAndBack()
    books.bills.set(next, [row(nobodys('e'), 9, at.time.now)])
    await rerunDay(books, next)
    expect(unexplained(books, next)).toBe(16)
    const ids = [
      valueIn(await asked(books, { day: next, difference: back, way: 'written_off' })).id,
      valueIn(await asked(books, { day: next, difference: `payment_missing_here:${nobodys('e')}`, way: 'taken_in' }))
        .id,
    ]
    expect((await Promise.all(ids.map((id) => approved(at, id)))).map(codeOf)).toEqual(['ok', 'ok'])
    expect(unexplained(books, next)).toBe(0)
  })

  it('its day is run at the same time: it stays settled, and the report counts without it', async () => {
    const { books, at, day, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    const { commit } = at.table
    let isDone = false
    // The run has counted what is open, and is about to write its report.
    at.table.commit = async (writes) => {
      const isReport = writes.some(({ kind, key }) => kind === 'update' && key.sk === 'RECONCILIATION')
      if (isReport && !isDone && writes.length === 1) {
        isDone = true
        valueIn(await approved(at, id))
      }
      return commit(writes)
    }
    expect(await rerunDay(books, day)).toBe('done')
    expect(isDone).toBe(true)
    expect(await states(books, day)).toEqual([`${paid} settled unknown_order`])
    expect(unexplained(books, day)).toBe(0)
  })

  it('a run that read it as waiting does not open it again', async () => {
    const { books, at, day, id } = await frozen()
    at.channel.script.query.push(() => ({ kind: 'absent' }))
    const before = itemAt(at, bookkeepingKeys.difference(CHANNEL, day, id))
    valueIn(await settled(books, { difference: id, way: 'written_off' }))
    const seen = differenceOf(before ?? { pk: '', sk: '' })
    await at.table.commit([differenceStored(seen, seen, { on: 'left', outcome: 'next_bill' })])
    expect((await states(books, day))[0]).toBe(`${id} settled frozen`)
  })

  it('one that changed since it was asked for is looked at anew', async () => {
    const { books, at, day, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    await at.table.commit([update(bookkeepingKeys.difference(CHANNEL, day, paid), { set: { thereFen: 9 } })])
    expect(codeOf(await approved(at, id))).toBe('difference_changed')
    expect(balances(at)).not.toHaveProperty('revenue:difference')
  })

  it('both deeds are written down with their effect or not at all', async () => {
    const { books, at, paid } = await unknownAndBack()
    const { id } = valueIn(await asked(books, { difference: paid, way: 'taken_in' }))
    const before = JSON.stringify(at.table.items())
    const commit = async () => {
      throw new Error('killed')
    }
    await expect(approved({ ...at, table: { ...at.table, commit } }, id)).rejects.toThrow('killed')
    expect(JSON.stringify(at.table.items())).toBe(before)
    at.time.now += HOUR
    expect(codeOf(await approved(at, id))).toBe('ok')
  })
})
