import { describe, expect, it } from 'vitest'
import { appealBan, readAppeals } from '../../../functions/account/bans/appeal-ban.ts'
import { bansIn, liftableBy } from '../../../functions/account/bans/ban.ts'
import { banRecordOf, isBanned, mayNotBuy, notBanned, stillBanned } from '../../../functions/account/bans/ban-store.ts'
import { banView, firstBanView, userBanView } from '../../../functions/account/bans/ban-view.ts'
import { unban } from '../../../functions/account/bans/decide-ban.ts'
import { banUser, unbanUser } from '../../../functions/account/bans/decide-user-ban.ts'
import { listAppeals } from '../../../functions/account/bans/list-appeals.ts'
import { accountKeys } from '../../../functions/account/keys.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import { doers } from '../../../functions/audit/deed.ts'
import { buyMembership } from '../../../functions/membership/buy.ts'
import { HOUR, rfc3339 } from '../../../shared/kernel/time.ts'
import { put } from '../../../shared/table/write.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'
import { ban as banForComplaints, cost, itemAt, type World, world } from '../../world.ts'

const PLATFORM = { platformKeyId: 'backend' }
const LING = doers.operator({ operatorId: 'ling' })
const EXTERNAL = 'user-7'
const BECAUSE = { externalId: EXTERNAL, reason: '刷单' }

const user = async (at: World) => valueIn(await signInPlatformUser(at, { externalId: EXTERNAL })).account.id

const audit = (at: World) => at.table.items().filter(({ pk }) => pk.startsWith('AUDIT#'))
const profile = (at: World, accountId: string) => itemAt(at, accountKeys.profile(accountId))

const both = async (at: World) => {
  const accountId = await user(at)
  await banForComplaints(at, { accountId })
  valueIn(await banUser(at, PLATFORM, BECAUSE))
  return accountId
}

describe('P12 the platform bans a user, happy', () => {
  it('who can buy nothing from then on and is told why; who did it is written down', async () => {
    const at = world()
    const accountId = await user(at)
    const { value, calls } = await cost(at, () => banUser(at, PLATFORM, BECAUSE))
    expect(valueIn(value)).toEqual({
      externalId: EXTERNAL,
      accountId,
      bans: [{ by: 'platform', since: at.time.now, reason: '刷单' }],
    })
    expect(calls.table).toBe(4)
    expect(isBanned(profile(at, accountId))).toBe(true)
    expect(codeOf(await buyMembership(at, accountId, { idempotencyKey: 'k' }))).toBe('banned')
    expect(audit(at)).toMatchObject([
      {
        subject: `account:${accountId}`,
        by: { kind: 'platform', id: 'backend' },
        action: 'account_ban',
        reason: '刷单',
        at: at.time.now,
      },
    ])
  })

  it('who has never been here: the ban is there when they come', async () => {
    const at = world()
    const { accountId = '' } = valueIn(await banUser(at, PLATFORM, BECAUSE))
    at.time.now += HOUR
    expect(await user(at)).toBe(accountId)
    expect(codeOf(await buyMembership(at, accountId, { idempotencyKey: 'k' }))).toBe('banned')
  })

  it('and lifts that again, as if it had never been', async () => {
    const at = world()
    const accountId = await user(at)
    const before = profile(at, accountId)
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    const lifted = await unbanUser(at, PLATFORM, { externalId: EXTERNAL, reason: '查明无误' })
    expect(valueIn(lifted)).toEqual({ externalId: EXTERNAL, accountId, bans: [] })
    expect(profile(at, accountId)).toMatchObject({ ...before, unbans: 1 })
    expect(isBanned(profile(at, accountId))).toBe(false)
    expect(codeOf(await buyMembership(at, accountId, { idempotencyKey: 'k' }))).toBe('ok')
    expect(audit(at).map(({ action, by }) => [action, by])).toEqual([
      ['account_ban', doers.platform(PLATFORM)],
      ['account_unban', doers.platform(PLATFORM)],
    ])
  })

  it('who may appeal; the platform grants that by lifting its ban, and operators see why', async () => {
    const at = world()
    const accountId = await user(at)
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    valueIn(await appealBan(at, accountId, '误会'))
    expect(valueIn(await listAppeals(at, { status: 'open', limit: 5 })).appeals).toMatchObject([
      { accountId, bans: [{ by: 'platform', since: rfc3339(NOON), reason: '刷单' }], complaints: [] },
    ])
    valueIn(await unbanUser(at, PLATFORM, { externalId: EXTERNAL, reason: '查明无误' }))
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'granted', reason: '查明无误' }])
    expect(valueIn(await listAppeals(at, { status: 'open', limit: 5 })).appeals).toEqual([])
  })

  it('whom an operator may let in again too', async () => {
    const at = world()
    const accountId = await user(at)
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    expect(valueIn(await unban(at, LING, { accountId, reason: 'r' }))).toEqual({ accountId, bans: [] })
    expect(isBanned(profile(at, accountId))).toBe(false)
  })
})

describe('P12 two bans, each of which holds without the other', () => {
  it('the platform lifts its own alone, and no appeal is granted by that', async () => {
    const at = world()
    const accountId = await both(at)
    valueIn(await appealBan(at, accountId, '误会'))
    const { bans } = valueIn(await unbanUser(at, PLATFORM, BECAUSE))
    expect(bans).toEqual([{ by: 'complaints', since: NOON }])
    expect(isBanned(profile(at, accountId))).toBe(true)
    expect(valueIn(await readAppeals(at, accountId))).toMatchObject([{ status: 'open' }])
    // What is left is not the platform's to lift.
    expect(codeOf(await unbanUser(at, PLATFORM, BECAUSE))).toBe('ban_for_complaints')
    expect(audit(at).filter(({ action }) => action === 'account_unban')).toHaveLength(1)
  })

  it('an operator lifts both, with what led to them', async () => {
    const at = world()
    const accountId = await both(at)
    expect(valueIn(await unban(at, LING, { accountId, reason: 'r' })).bans).toEqual([])
    const left = Object.keys(profile(at, accountId) ?? {})
    for (const trace of ['bannedAt', 'malicious', 'platformBannedAt', 'platformBanReason'])
      expect(left).not.toContain(trace)
  })

  it('what malice was counted stays counted when only the platform’s ban is lifted', async () => {
    const at = world()
    const accountId = await user(at)
    const key = accountKeys.profile(accountId)
    await at.table.commit([{ kind: 'update', key, changes: { addToSet: { malicious: 'wechat_pay#1' } } }])
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    valueIn(await unban(at, LING, { accountId, reason: 'r' }))
    expect(banRecordOf(profile(at, accountId)).malicious).toEqual(new Set(['wechat_pay#1']))
  })

  it('a ban that comes while another is lifted is not lifted unseen', async () => {
    const at = world()
    const accountId = await user(at)
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    let isFirst = true
    const getMany: typeof at.table.getMany = async (wanted) => {
      const found = await at.table.getMany(wanted)
      if (isFirst) await banForComplaints(at, { accountId })
      isFirst = false
      return found
    }
    const { bans } = valueIn(await unbanUser({ ...at, table: { ...at.table, getMany } }, PLATFORM, BECAUSE))
    expect(bans).toMatchObject([{ by: 'complaints' }])
    expect(isBanned(profile(at, accountId))).toBe(true)
  })

  it('are two to whoever looks, the one for complaints first', () => {
    const byPlatform = { since: 7, reason: 'r' }
    const [malice, own] = [{ by: 'complaints', since: 5 } as const, { by: 'platform', ...byPlatform } as const]
    const record = { malicious: new Set<string>(), unbans: 0 }
    expect(bansIn(record)).toEqual([])
    expect(bansIn({ ...record, bannedAt: 5 })).toEqual([malice])
    expect(bansIn({ ...record, byPlatform })).toEqual([own])
    expect(bansIn({ ...record, bannedAt: 5, byPlatform })).toEqual([malice, own])
    expect(liftableBy('operator', [malice, own])).toEqual([malice, own])
    expect(liftableBy('platform', [malice, own])).toEqual([own])
    expect(liftableBy('platform', [malice])).toEqual([])
  })

  it('of buying and not buying one is always possible, and never both', async () => {
    const marks = [undefined, 1]
    for (const [exists, bannedAt, platformBannedAt] of [true, false].flatMap((there) =>
      marks.flatMap((one) => marks.map((other) => [there, one, other] as const)),
    )) {
      const at = world()
      const accountId = 'a'.repeat(32)
      if (exists)
        await at.table.commit([put(accountKeys.profile(accountId), { createdAt: 1, bannedAt, platformBannedAt })])
      const holds = async (guard: typeof notBanned) => (await at.table.commit([guard(accountId)])).kind === 'committed'
      const isFree = exists && bannedAt === undefined && platformBannedAt === undefined
      expect([await holds(notBanned), await holds(mayNotBuy)]).toEqual([isFree, !isFree])
      expect(await holds(stillBanned)).toBe(exists && !isFree)
      expect(isBanned(profile(at, accountId))).toBe(exists && !isFree)
    }
  })
})

describe('P12 how a ban is told', () => {
  const malice = { by: 'complaints', since: NOON } as const
  const own = { by: 'platform', since: NOON + HOUR, reason: '刷单' } as const

  it('in the platform’s words, or in a fixed text of either language', () => {
    expect(banView(own, 'en')).toEqual({ since: rfc3339(NOON + HOUR), reason: '刷单', by: 'platform' })
    expect(banView(malice, 'zh').reason).toBe('多次恶意投诉')
    expect(banView(malice, 'en').reason).toBe('Repeated malicious complaints')
  })

  it('to its user: the one that stays; to the platform: its own, or what is left', () => {
    expect(firstBanView([malice, own], 'zh')?.by).toBe('complaints')
    expect(firstBanView([], 'zh')).toBeNull()
    const standing = { externalId: EXTERNAL, accountId: 'a', bans: [malice, own] }
    expect(userBanView('zh')(standing)).toMatchObject({ id: 'a', externalId: EXTERNAL, ban: { by: 'platform' } })
    expect(userBanView('zh')({ ...standing, bans: [malice] }).ban?.by).toBe('complaints')
    expect(userBanView('zh')({ externalId: EXTERNAL, bans: [] })).toEqual({ id: null, externalId: EXTERNAL, ban: null })
  })
})

describe('P12 the platform bans a user, hostile', () => {
  it('second clicks change nothing, with another reason neither, nor many at once', async () => {
    const at = world()
    await Promise.all(Array.from({ length: 5 }, () => banUser(at, PLATFORM, BECAUSE)))
    const before = at.table.items()
    at.time.now += HOUR
    const again = valueIn(await banUser(at, { platformKeyId: 'other' }, { ...BECAUSE, reason: '另一个原因' }))
    expect(again.bans).toEqual([{ by: 'platform', since: NOON, reason: '刷单' }])
    expect(at.table.items()).toEqual(before)
    expect(audit(at)).toHaveLength(1)
  })

  it('nor do second clicks on lifting, or lifting what there is not', async () => {
    const at = world()
    expect(valueIn(await unbanUser(at, PLATFORM, BECAUSE))).toEqual({ externalId: EXTERNAL, bans: [] })
    expect(at.table.items()).toEqual([])
    const accountId = await user(at)
    expect(valueIn(await unbanUser(at, PLATFORM, BECAUSE))).toEqual({ externalId: EXTERNAL, accountId, bans: [] })
    valueIn(await banUser(at, PLATFORM, BECAUSE))
    await Promise.all([1, 2, 3].map(() => unbanUser(at, PLATFORM, BECAUSE)))
    expect(audit(at).map(({ action }) => action)).toEqual(['account_ban', 'account_unban'])
    expect(profile(at, accountId)).toMatchObject({ unbans: 1 })
  })

  it('a stranger who signs in at that very moment is the one who is banned', async () => {
    const at = world()
    const [signedIn, banned] = await Promise.all([user(at), banUser(at, PLATFORM, BECAUSE)])
    expect(valueIn(banned).accountId).toBe(signedIn)
    expect(isBanned(profile(at, signedIn))).toBe(true)
  })
})
