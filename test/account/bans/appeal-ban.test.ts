import { describe, expect, it } from 'vitest'
import { type AppealStatus, appealStatuses, appealTransitions } from '../../../functions/account/bans/appeal.ts'
import { appealBan, readAppeals } from '../../../functions/account/bans/appeal-ban.ts'
import { appealDecided, appealOpened } from '../../../functions/account/bans/appeal-store.ts'
import { rejectAppeal, unban } from '../../../functions/account/bans/decide-ban.ts'
import { listAppeals, readAppeal } from '../../../functions/account/bans/list-appeals.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { doers } from '../../../functions/audit/deed.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { itObeys, type Machine, reachable } from '../../state-moves.ts'
import { ban, cost, enter, itemAt, type World, world } from '../../world.ts'

const OPERATOR = { operatorId: 'ling' }
const LING = doers.operator(OPERATOR)

const bannedUser = async (at: World) => {
  const user = await enter(at)
  await ban(at, user)
  return user
}

const audit = (at: World) => at.table.items().filter(({ pk }) => pk.startsWith('AUDIT#'))

const appeals: Machine<AppealStatus, (typeof appealTransitions)[number]['on']> = {
  table: appealTransitions,
  states: appealStatuses,
  itemIn: (status) => {
    const opened = appealOpened('a', '错了', NOON)
    return { ...opened, item: { ...opened.item, status } }
  },
  writes: {
    opened: () => appealOpened('a', '再次', NOON),
    granted: () => appealDecided('a', 'granted', { by: LING, reason: 'r' }, NOON),
    rejected: () => appealDecided('a', 'rejected', { by: LING, reason: 'r' }, NOON),
  },
}

describe('P12 M1 states of an appeal', () => {
  it('can all be reached', () => {
    expect(reachable(appealTransitions, 'open')).toEqual(['granted', 'open', 'rejected'])
  })

  itObeys(appeals)
})

describe('P12 appeal happy', () => {
  it('is open in one call, and its user sees it', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    expect(valueIn(await readAppeals(at, accountId))).toEqual([])
    const { value, calls } = await cost(at, () => appealBan(at, accountId, '投诉是误操作'))
    expect(calls.table).toBe(1)
    expect(valueIn(value)).toEqual({ accountId, status: 'open', text: '投诉是误操作', createdAt: at.time.now })
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'open', text: '投诉是误操作' }])
  })

  it('may be repeated once it was rejected', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '一'))
    valueIn(await rejectAppeal(at, OPERATOR, { accountId, reason: '证据充分' }))
    at.time.now += HOUR
    expect(valueIn(await appealBan(at, accountId, '二'))).toMatchObject({ status: 'open' })
    const [appeal] = valueIn(await readAppeals(at, accountId))
    expect(appeal).toEqual({ accountId, status: 'open', text: '二', createdAt: at.time.now })
  })
})

describe('P12 appeal refused', () => {
  it('by an account that is not banned, or does not exist', async () => {
    const at = world()
    const { accountId } = await enter(at)
    expect(codeOf(await appealBan(at, accountId, 'x'))).toBe('not_banned')
    expect(codeOf(await appealBan(at, 'f'.repeat(32), 'x'))).toBe('not_banned')
    expect(itemAt(at, accountKeys.appeal(accountId))).toBeUndefined()
  })

  it('while one is open; the same text is a second click', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '一'))
    at.time.now += HOUR
    expect(valueIn(await appealBan(at, accountId, '一'))).toMatchObject({ createdAt: at.time.now - HOUR })
    expect(codeOf(await appealBan(at, accountId, '二'))).toBe('appeal_open')
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ text: '一' }])
  })

  it('past its limit is no second click on the one that is open', async () => {
    const at = world({ appeals: { perMonth: 1 } })
    const { accountId } = await bannedUser(at)
    for (const nth of [1, 2]) expect(codeOf(await appealBan(at, accountId, '误会')), `click ${nth}`).toBe('ok')
    valueIn(await rejectAppeal(at, OPERATOR, { accountId, reason: '证据充分' }))
    expect(codeOf(await appealBan(at, accountId, '误会'))).toBe('too_often')
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'rejected' }])
  })
})

describe('P12 decide about a ban happy', () => {
  it('M7 unban lifts it, grants the appeal, forgets what counted, and is audited', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    await at.table.commit([
      { kind: 'update', key: accountKeys.profile(accountId), changes: { addToSet: { malicious: 'wechat_pay#1' } } },
    ])
    valueIn(await appealBan(at, accountId, '误会'))
    const of = { accountId, reason: '核实为误判' }
    expect(valueIn(await unban(at, LING, of))).toMatchObject({ bans: [], appeal: { status: 'granted' } })
    const profile = itemAt(at, accountKeys.profile(accountId))
    expect(profile).not.toHaveProperty('bannedAt')
    expect(profile).not.toHaveProperty('malicious')
    expect(profile).toMatchObject({ unbans: 1, createdAt: expect.any(Number) })
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'granted', reason: '核实为误判' }])
    expect(itemAt(at, accountKeys.appeal(accountId))).toMatchObject({ listName: 'APPEALS#granted' })
    expect(audit(at)).toMatchObject([
      { subject: `account:${accountId}`, by: LING, action: 'account_unban', reason: '核实为误判' },
    ])
  })

  it('unban needs no appeal', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    expect(valueIn(await unban(at, LING, { accountId, reason: 'r' }))).toEqual({ accountId, bans: [] })
  })

  it('reject keeps it and tells why', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '误会'))
    const of = { accountId, reason: '证据充分' }
    expect(valueIn(await rejectAppeal(at, OPERATOR, of))).toMatchObject({
      bans: [{ by: 'complaints' }],
      appeal: { status: 'rejected' },
    })
    expect(itemAt(at, accountKeys.profile(accountId))).toMatchObject({ bannedAt: expect.any(Number) })
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'rejected', reason: '证据充分' }])
    expect(audit(at)).toMatchObject([{ action: 'appeal_reject' }])
  })
})

describe('P12 decide about a ban refused', () => {
  it.each(['f'.repeat(32), 'x', '', 'A'.repeat(32)])('of the account %j, which there is not', async (accountId) => {
    const at = world()
    expect(codeOf(await unban(at, LING, { accountId, reason: 'r' }))).toBe('not_found')
    expect(codeOf(await rejectAppeal(at, OPERATOR, { accountId, reason: 'r' }))).toBe('not_found')
    expect(at.table.items()).toEqual([])
  })

  it('to reject without an open appeal', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    expect(codeOf(await rejectAppeal(at, OPERATOR, { accountId, reason: 'r' }))).toBe('appeal_not_open')
    valueIn(await appealBan(at, accountId, '误会'))
    valueIn(await unban(at, LING, { accountId, reason: 'r' }))
    expect(codeOf(await rejectAppeal(at, OPERATOR, { accountId, reason: 'r' }))).toBe('appeal_not_open')
  })
})

describe('P12 decide about a ban hostile', () => {
  it('second clicks do nothing', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '误会'))
    const of = { accountId, reason: 'r' }
    await Promise.all([rejectAppeal(at, OPERATOR, of), rejectAppeal(at, OPERATOR, of)])
    expect(audit(at)).toHaveLength(1)
    await Promise.all([unban(at, LING, of), unban(at, LING, of), unban(at, LING, of)])
    expect(codeOf(await unban(at, LING, of))).toBe('ok')
    expect(audit(at)).toHaveLength(2)
    expect(itemAt(at, accountKeys.profile(accountId))).toMatchObject({ unbans: 1 })
  })

  it('unban and reject at once leave one decision, and no appeal open', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '误会'))
    const of = { accountId, reason: 'r' }
    const codes = (await Promise.all([unban(at, LING, of), rejectAppeal(at, OPERATOR, of)])).map(codeOf)
    expect(codes).toEqual(['ok', 'appeal_not_open'])
    expect(itemAt(at, accountKeys.profile(accountId))).not.toHaveProperty('bannedAt')
  })

  it('an appeal that comes while the ban is lifted is not left behind', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    const [appealed] = await Promise.all([
      appealBan(at, accountId, '误会'),
      unban(at, LING, { accountId, reason: 'r' }),
    ])
    const status = itemAt(at, accountKeys.appeal(accountId))?.status
    expect([codeOf(appealed), status]).toEqual(['ok', 'granted'])
  })

  it('nor one that comes between reading and writing', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    let isFirst = true
    const getMany: typeof at.table.getMany = async (wanted) => {
      const found = await at.table.getMany(wanted)
      if (isFirst) valueIn(await appealBan(at, accountId, '误会'))
      isFirst = false
      return found
    }
    const slow = { ...at, table: { ...at.table, getMany } }
    expect(valueIn(await unban(slow, LING, { accountId, reason: 'r' }))).toMatchObject({ bans: [] })
    expect(itemAt(at, accountKeys.appeal(accountId))).toMatchObject({ status: 'granted' })
  })

  it('many appeals at once are one', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    const codes = await Promise.all(['一', '二', '三'].map((text) => appealBan(at, accountId, text)))
    expect(codes.map(codeOf).toSorted()).toEqual(['appeal_open', 'appeal_open', 'ok'])
  })
})

describe('P12 the list of appeals', () => {
  it('has those that are open, oldest first, with what led to the ban, page by page', async () => {
    const at = world()
    const users = [await bannedUser(at), await bannedUser(at), await bannedUser(at)]
    for (const { accountId } of users) {
      await at.table.commit([
        { kind: 'update', key: accountKeys.profile(accountId), changes: { addToSet: { malicious: 'wechat_pay#1' } } },
      ])
      at.time.now += HOUR
      valueIn(await appealBan(at, accountId, '误会'))
    }
    const [first, second] = users
    valueIn(await rejectAppeal(at, OPERATOR, { accountId: first?.accountId ?? '', reason: 'r' }))
    const page = valueIn(await listAppeals(at, { status: 'open', limit: 1 }, { seesPeople: true }))
    expect(page.appeals).toEqual([
      {
        accountId: second?.accountId,
        text: '误会',
        createdAt: rfc3339(at.time.now - HOUR),
        bans: [{ since: rfc3339(NOON), by: 'complaints', reason: '多次恶意投诉' }],
        complaints: [{ channel: 'wechat_pay', id: '1' }],
        ...{ status: 'open', decidedAt: null, reason: null, decidedBy: null },
      },
    ])
    const rest = valueIn(await listAppeals(at, { status: 'open', limit: 5, cursor: page.nextCursor ?? '' }))
    expect(rest.appeals).toMatchObject([{ text: null }])
    expect(rest.nextCursor).toBeNull()
  })

  it('has those that were decided, newest first, with who decided, when and why, until their account appeals again', async () => {
    const at = world()
    const users = [await bannedUser(at), await bannedUser(at), await bannedUser(at)]
    const [first = '', second = '', third = ''] = users.map(({ accountId }) => accountId)
    for (const accountId of [first, second, third]) {
      valueIn(await appealBan(at, accountId, '误会，电话 19400000001'))
      at.time.now += HOUR
    }
    valueIn(await rejectAppeal(at, OPERATOR, { accountId: first, reason: '证据充分' }))
    at.time.now += HOUR
    valueIn(await unban(at, LING, { accountId: second, reason: '核实为误判' }))
    at.time.now += HOUR
    valueIn(await rejectAppeal(at, OPERATOR, { accountId: third, reason: '再次查证' }))
    const listed = async (status: AppealStatus, more = {}) =>
      valueIn(await listAppeals(at, { status, limit: 5, ...more }, { seesPeople: true })).appeals
    expect(await listed('open')).toEqual([])
    expect(await listed('granted')).toMatchObject([
      { accountId: second, status: 'granted', reason: '核实为误判', decidedBy: LING, bans: [] },
    ])
    expect(
      (await listed('rejected')).map(({ accountId, reason, decidedAt }) => [accountId, reason, decidedAt]),
    ).toEqual([
      [third, '再次查证', rfc3339(at.time.now)],
      [first, '证据充分', rfc3339(at.time.now - 2 * HOUR)],
    ])
    const page = valueIn(await listAppeals(at, { status: 'rejected', limit: 1 }))
    expect(page.appeals).toMatchObject([{ accountId: third, text: null }])
    const next = await listed('rejected', { cursor: page.nextCursor ?? '' })
    expect(next).toMatchObject([{ accountId: first, text: '误会，电话 194****0001' }])
    valueIn(await appealBan(at, first, '再次申诉'))
    expect((await listed('rejected')).map(({ accountId }) => accountId)).toEqual([third])
    expect(await listed('open')).toMatchObject([{ accountId: first, decidedBy: null }])
  })

  it('says of one that was decided before it was kept by whom that nobody knows', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '误会'))
    valueIn(await rejectAppeal(at, OPERATOR, { accountId, reason: '证据充分' }))
    await at.table.commit([update(accountKeys.appeal(accountId), { remove: ['decidedBy'] })])
    expect(valueIn(await readAppeal(at, accountId))).toMatchObject({ status: 'rejected', decidedBy: null })
  })

  it('hides none behind one that cannot be read, and names that one', async () => {
    const at = world()
    const [broken, sound] = [await bannedUser(at), await bannedUser(at)]
    for (const { accountId } of [broken, sound]) valueIn(await appealBan(at, accountId, '误会'))
    const key = accountKeys.appeal(broken.accountId)
    await at.table.commit([{ kind: 'update', key, changes: { set: { createdAt: 'long ago' } } }])
    expect(valueIn(await listAppeals(at, { status: 'open', limit: 5 }))).toMatchObject({
      appeals: [{ accountId: sound.accountId, bans: [{ since: rfc3339(NOON) }] }],
      unreadable: [`${key.pk} ${key.sk}`],
    })
  })

  it.each(['x', '', Buffer.from('[1,"COMPLAINT#1","COMPLAINT"]').toString('base64url')])(
    'refuses the cursor %j',
    async (cursor) => {
      expect(codeOf(await listAppeals(world(), { status: 'open', limit: 5, cursor }))).toBe('invalid_cursor')
    },
  )
})

describe('P12 an appeal that operators read by its account', () => {
  it('is there with what led to the ban, while it is open and once it is decided, in one call', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    valueIn(await appealBan(at, accountId, '误会'))
    const [listed] = valueIn(await listAppeals(at, { status: 'open', limit: 5 })).appeals
    const { value, calls } = await cost(at, () => readAppeal(at, accountId))
    expect([valueIn(value), calls.table]).toEqual([listed, 1])
    valueIn(await rejectAppeal(at, OPERATOR, { accountId, reason: '证据充分' }))
    expect(valueIn(await readAppeal(at, accountId))).toEqual({
      ...listed,
      ...{ status: 'rejected', reason: '证据充分', decidedAt: rfc3339(at.time.now), decidedBy: LING },
    })
  })

  it('is none where the account never appealed, or is none', async () => {
    const at = world()
    const { accountId } = await bannedUser(at)
    for (const id of [accountId, '0'.repeat(32), '', 'x#']) expect(codeOf(await readAppeal(at, id))).toBe('not_found')
  })
})
