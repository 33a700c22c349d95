import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { appealBan } from '../../../functions/account/bans/appeal-ban.ts'
import { ban as decideBan, unban } from '../../../functions/account/bans/decide-ban.ts'
import { doers } from '../../../functions/audit/deed.ts'
import { caseShown, showCase } from '../../../functions/cases/viewing/case-view.ts'
import { readCase } from '../../../functions/cases/viewing/read-case.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { ban, banByPlatform, begun, cost, decided, enter, person, type World, world } from '../../world.ts'

const shown = async (at: World, accountId: string) => {
  const found = valueIn(await readCase(at, accountId))
  return z.parse(caseShown, JSON.parse(JSON.stringify(showCase(found, 'https://shiming.test', 'zh'))))
}

describe('M8 an account as operators see it happy', () => {
  it('is masked, with its evidence, its consents and its verifications', async () => {
    const at = world()
    const { user, verification } = await decided(at, { offer: 'membership' })
    const seen = await shown(at, user.accountId)
    expect(seen).toMatchObject({
      id: user.accountId,
      phone: expect.stringMatching(/^199\*{4}\d{4}$/),
      verification: { status: 'verified', level: 1, evidence: [{ kind: 'carrier_three_element', status: 'valid' }] },
      membership: { active: true },
      bans: [],
      appeal: null,
      openOrders: [],
      sessions: 1,
      consents: [{ purpose: 'identity_check' }],
      verifications: [{ id: verification.id, status: 'verified' }],
    })
    for (const plain of [person('match').name, person('match').idNumber, person('match').phone])
      expect(JSON.stringify(seen)).not.toContain(plain)
  })
  it('shows what can still be paid, of verifications and of purchases', async () => {
    const at = world()
    const { user, order } = await begun(at)
    const bought = valueIn(await buyMembership(at, user.accountId, { idempotencyKey: 'one' }))
    const seen = await shown(at, user.accountId)
    expect(seen.openOrders.map(({ id }) => id).toSorted()).toEqual([order.id, bought.id].toSorted())
    at.time.now = order.expiresAt
    expect((await shown(at, user.accountId)).openOrders).toEqual([])
  })
  it('P12 shows every ban that stands, and the appeal', async () => {
    const at = world()
    const { accountId } = await enter(at)
    await ban(at, { accountId })
    await banByPlatform(at, { accountId })
    await appealBan(at, accountId, '误会')
    expect(await shown(at, accountId)).toMatchObject({
      bans: [{ by: 'complaints' }, { by: 'platform', reason: '刷单' }],
      appeal: { status: 'open', text: '误会' },
      verification: { status: 'unverified' },
    })
  })
  it('P12 shows the bans that are over, who banned and who lifted them, and why, with numbers masked', async () => {
    const at = world()
    const { accountId } = await enter(at)
    const lin = doers.operator({ operatorId: 'lin', isPerson: true })
    const platform = doers.platform({ platformKeyId: 'k1' })
    const since = rfc3339(at.time.now)
    valueIn(await decideBan(at, platform, { accountId, reason: '刷单' }))
    expect(await shown(at, accountId)).toMatchObject({ bans: [{ by: 'platform' }], pastBans: [] })
    at.time.now += HOUR
    valueIn(await unban(at, lin, { accountId, reason: '核实为误判，来电 19400000001' }))
    expect(await shown(at, accountId)).toMatchObject({
      bans: [],
      unbans: 1,
      pastBans: [
        {
          ...{ by: 'platform', since, bannedBy: platform, reason: '刷单' },
          ...{ liftedAt: rfc3339(at.time.now), liftedBy: lin, liftedBecause: '核实为误判，来电 194****0001' },
        },
      ],
    })
    expect((await cost(at, () => readCase(at, accountId))).calls.table).toBe(6)
  })
  it('takes five calls of somebody who bought nothing', async () => {
    const at = world()
    const { accountId } = await enter(at)
    expect((await cost(at, () => readCase(at, accountId))).calls).toEqual({ table: 5, kms: 0, queue: 0, vendor: 0 })
  })
})

describe('M8 an account as operators see it refused', () => {
  it.each(['0'.repeat(32), '', 'x', '#', '退款'])('where there is none: %s', async (id) => {
    expect(codeOf(await readCase(world(), id))).toBe('not_found')
  })
})
