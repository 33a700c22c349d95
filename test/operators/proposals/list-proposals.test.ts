import { describe, expect, it } from 'vitest'
import { refuseProposal } from '../../../functions/operators/proposals/decide-proposal.ts'
import { listProposals } from '../../../functions/operators/proposals/list-proposals.ts'
import type { ToldStatus } from '../../../functions/operators/proposals/proposal.ts'
import { showProposal } from '../../../functions/operators/proposals/proposal-view.ts'
import { DAY, HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { approved, deciding, proposed, SECOND, stuck } from '../../operator.ts'
import { person, type World, world } from '../../world.ts'

const page = async (at: World, status: ToldStatus, cursor?: string, limit = 50) =>
  valueIn(await listProposals(at, { status, limit, cursor }))

const ids = async (at: World, status: ToldStatus) => (await page(at, status)).proposals.map(({ id }) => id)

/** Two proposals, an hour apart. */
const two = async () => {
  const at = world()
  const first = valueIn(await proposed(at, await stuck(at))).id
  at.time.now += HOUR
  const second = valueIn(await proposed(at, await stuck(at, 'rejected', { who: person('no_record', 1) }))).id
  return { at, first, second }
}

describe('the list of proposals', () => {
  it('has what is open, which ends first first, page by page', async () => {
    const { at, first, second } = await two()
    expect(await ids(at, 'open')).toEqual([first, second])
    const one = await page(at, 'open', undefined, 1)
    expect(one).toMatchObject({ proposals: [{ id: first }], unreadable: [] })
    expect(await page(at, 'open', one.nextCursor ?? '', 1)).toMatchObject({ proposals: [{ id: second }] })
    for (const cursor of ['', 'x'])
      expect(codeOf(await listProposals(at, { status: 'open', limit: 9, cursor }))).toBe('invalid_cursor')
  })

  it('has what was decided where that belongs, and nowhere else', async () => {
    const { at, first, second } = await two()
    valueIn(await approved(at, first))
    valueIn(await refuseProposal(deciding(at), SECOND, { id: second, reason: '金额不符' }))
    expect(await ids(at, 'open')).toEqual([])
    expect(await ids(at, 'expired')).toEqual([])
    expect([await ids(at, 'approved'), await ids(at, 'refused')]).toEqual([[first], [second]])
  })

  it('has what the clock ended among the expired from that moment, whoever looks', async () => {
    const { at, first, second } = await two()
    at.time.now += 7 * DAY - HOUR - 1
    expect([await ids(at, 'open'), await ids(at, 'expired')]).toEqual([[first, second], []])
    at.time.now += 1
    expect([await ids(at, 'open'), await ids(at, 'expired')]).toEqual([[second], [first]])
    at.time.now += HOUR
    expect([await ids(at, 'open'), await ids(at, 'expired')]).toEqual([[], [second, first]])
  })

  it('waits as long as it is set', async () => {
    const at = world({ operators: { proposalMs: HOUR } })
    const { id } = valueIn(await proposed(at, await stuck(at)))
    at.time.now += HOUR
    expect(codeOf(await approved(at, id))).toBe('proposal_expired')
  })
})

describe('a proposal as it is shown', () => {
  it('says what it will do, who asked and why, and what became of it', async () => {
    const at = world()
    const refund = await stuck(at)
    const open = valueIn(await proposed(at, refund))
    expect(showProposal(open, at.time.now)).toEqual({
      id: open.id,
      kind: 'refund_paid_by_hand',
      status: 'open',
      about: {
        orderId: refund.order.id,
        refund: refund.name,
        channel: 'wechat_pay',
        outRefundNo: refund.number,
        amountFen: 100,
      },
      proposedBy: { kind: 'operator_key', id: 'wang' },
      proposedAt: rfc3339(at.time.now),
      reason: '已转账',
      expiresAt: rfc3339(at.time.now + 7 * DAY),
      decidedBy: null,
      decidedAt: null,
      decision: null,
    })
    expect(showProposal(open, open.expiresAt).status).toBe('expired')
    at.time.now += HOUR
    expect(showProposal(valueIn(await approved(at, open.id)), at.time.now)).toMatchObject({
      status: 'approved',
      decidedBy: { kind: 'operator', id: 'lin' },
      decidedAt: rfc3339(at.time.now),
      decision: '凭证已核对',
    })
  })
})
