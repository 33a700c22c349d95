import { describe, expect, it } from 'vitest'
import type { Operator } from '../../../functions/audit/deed.ts'
import { askForSettlingRoute } from '../../../functions/bookkeeping/reconciliations.route.ts'
import { operatorKeys } from '../../../functions/operators/keys.ts'
import { editOperator, type OperatorEdit } from '../../../functions/operators/managing/edit-operator.ts'
import { refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { askedWith } from '../../../functions/operators/proposals/proposal.ts'
import { refundActionRoute } from '../../../functions/payment/operator-refunds.route.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { put, update } from '../../../shared/table/write.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { approved, deciding, proposed, SECOND, stands, stuck } from '../../operator.ts'
import { balances, type World, world } from '../../world.ts'

const ADMIN = { kind: 'operator', id: 'chen' } as const
const LIN = { operatorId: 'lin', isPerson: true } as const
const BOSS = { operatorId: 'boss', isPerson: true } as const

const change = (at: World, name: string, edit: Pick<OperatorEdit, 'role' | 'status'>) =>
  editOperator(at, ADMIN, { name, ...edit, reason: '岗位调整' })

/** A refund that somebody says was paid another way, in a deployment that asks for a day. */
const asked = async (by: Operator = BOSS) => {
  const at = world({ operators: { standingMs: DAY } })
  const refund = await stuck(at)
  return { at, refund, id: valueIn(await proposed(at, refund, by)).id }
}

const isUnpaid = (at: World): void => expect(balances(at)).not.toHaveProperty('bank')

/** Lets somebody be changed as soon as the channel is asked, and so after both were looked at. */
const meanwhile = (at: World, edit: () => Promise<unknown>): World => {
  const provider: World['provider'] = async (channel) => {
    const opened = await at.provider(channel)
    return {
      ...opened,
      async queryRefund(of) {
        valueIn((await edit()) as Awaited<ReturnType<typeof change>>)
        return opened.queryRefund(of)
      },
    }
  }
  return { ...at, provider }
}

describe('P7 two people stand behind money that goes back by hand', () => {
  it('and neither of them was let in lately: an admin alone is not both', async () => {
    const { at, id } = await asked()
    valueIn(await change(at, 'lin', { role: 'admin' }))
    const since = at.time.now
    expect(await approved(at, id)).toMatchObject({ refusal: { code: 'approver_too_new', retryAt: since + DAY } })
    at.time.now = since + DAY - 1
    expect(codeOf(await approved(at, id))).toBe('approver_too_new')
    isUnpaid(at)
    at.time.now = since + DAY
    valueIn(await approved(at, id))
    expect(balances(at).bank).toBe(-100)
  })

  it('also not whoever asked', async () => {
    const { at, id } = await asked()
    valueIn(await change(at, 'boss', { status: 'disabled' }))
    at.time.now += HOUR
    valueIn(await change(at, 'boss', { status: 'active' }))
    const since = at.time.now
    expect(await approved(at, id)).toMatchObject({ refusal: { code: 'proposer_too_new', retryAt: since + DAY } })
    isUnpaid(at)
    at.time.now = since + DAY
    valueIn(await approved(at, id))
  })

  it('a machine that asked is in as long as its key is', async () => {
    const { at, id } = await asked({ operatorId: 'backend' })
    expect(valueIn(await approved(at, id)).status).toBe('approved')
  })

  it.each<[string, Pick<OperatorEdit, 'role' | 'status'>]>([
    ['is out', { status: 'disabled' }],
    ['may not move money any more', { role: 'reviewer' }],
  ])('who asked and %s is heard no more; it can be refused, and asked for by another', async (_how, edit) => {
    const { at, refund, id } = await asked()
    valueIn(await change(at, 'boss', edit))
    at.time.now += DAY
    expect(codeOf(await approved(at, id))).toBe('proposer_out')
    isUnpaid(at)
    valueIn(await refuseProposal(deciding(at), SECOND, { id, reason: '请重新核实' }))
    const again = valueIn(await proposed(at, refund, { operatorId: 'zhao', isPerson: true }))
    valueIn(await approved(at, again.id))
  })

  it.each<[string, Pick<OperatorEdit, 'role' | 'status'>, string]>([
    ['out', { status: 'disabled' }, 'unauthenticated'],
    ['without that right', { role: 'support' }, 'right_missing'],
  ])('whoever approves and is %s by then approves nothing', async (_how, edit, code) => {
    const { at, id } = await asked()
    valueIn(await change(at, 'lin', edit))
    at.time.now += DAY
    expect(codeOf(await approved(at, id))).toBe(code)
    expect(codeOf(await approved(at, id, { operatorId: 'nobody', isPerson: true }))).toBe('unauthenticated')
    isUnpaid(at)
  })

  it.each([
    ['lin', { status: 'disabled' }, 'unauthenticated'],
    ['lin', { role: 'admin' }, 'approver_too_new'],
    ['boss', { status: 'disabled' }, 'proposer_out'],
    ['boss', { role: 'admin' }, 'proposer_too_new'],
  ] as const)('%s, of whom an admin makes %o while the channel is asked: nothing is paid', async (name, edit, code) => {
    const { at, id } = await asked()
    const changed = meanwhile(at, () => change(at, name, edit))
    expect(codeOf(await approved(changed, id, LIN))).toBe(code)
    isUnpaid(at)
  })

  it('refusing is open to whoever was let in only now: it moves nothing', async () => {
    const { at, id } = await asked()
    valueIn(await change(at, 'lin', { status: 'disabled' }))
    valueIn(await change(at, 'lin', { status: 'active' }))
    expect(valueIn(await refuseProposal(deciding(at), SECOND, { id, reason: '金额不符' })).status).toBe('refused')
  })

  it('who was kept before it was noted has been in since they came into their state', async () => {
    const { at, id } = await asked()
    const person = operatorKeys.person('lin')
    await at.table.update(update(person, { set: { statusAt: at.time.now - HOUR }, remove: ['epochAt'] }))
    expect(codeOf(await approved(at, id))).toBe('approver_too_new')
    await at.table.update(update(person, { remove: ['statusAt'] }))
    valueIn(await approved(at, id))
  })
})

describe('what lets one ask', () => {
  it('is what the route asks for', () => {
    expect(askedWith).toEqual({
      refund_paid_by_hand: refundActionRoute.right,
      difference_settled: askForSettlingRoute.right,
    })
  })
})

describe('whoever comes to be one of two people', () => {
  const rung = (at: World) => at.alarms.filter(({ event }) => event === 'approver_let_in')

  it('rings when they are let in again, or given a role that approves; not when they lose it or change to another', async () => {
    const { at } = await asked()
    await stands(at, 'wang', 'support')
    await at.table.commit([put(operatorKeys.admins(), { count: 2 })])
    valueIn(await change(at, 'wang', { role: 'reviewer' }))
    expect(rung(at)).toEqual([])
    valueIn(await change(at, 'wang', { role: 'finance' }))
    expect(rung(at)).toEqual([{ event: 'approver_let_in', fields: { operatorId: 'wang' } }])
    valueIn(await change(at, 'wang', { role: 'admin' }))
    valueIn(await change(at, 'wang', { status: 'disabled' }))
    expect(rung(at)).toHaveLength(1)
    valueIn(await change(at, 'wang', { status: 'active' }))
    expect(rung(at)).toHaveLength(2)
    valueIn(await change(at, 'wang', { role: 'support' }))
    valueIn(await change(at, 'wang', { role: 'reviewer' }))
    expect(rung(at)).toHaveLength(2)
  })
})
