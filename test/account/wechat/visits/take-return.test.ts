import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../../functions/account/sessions/authenticate.ts'
import { sessionClosed } from '../../../../functions/account/sessions/session-store.ts'
import { openidIn } from '../../../../functions/account/wechat/openid-store.ts'
import { openSignIn } from '../../../../functions/account/wechat/visits/open-visit.ts'
import { HOUR, MINUTE } from '../../../../shared/kernel/time.ts'
import type { Table } from '../../../../shared/table/table.ts'
import { codeOf, OTHER_PHONE, valueIn } from '../../../kit.ts'
import { claimOf, signedInAs } from '../../fixture.ts'
import { APPS, comeBack, known, leave, sessionsIn, visit, visitWorld } from './fixture.ts'

describe('W1 signing in by WeChat, happy', () => {
  it('leads to WeChat with a state that only this browser has, and keeps neither it nor the mark', async () => {
    const at = visitWorld()
    const left = await leave(at)
    expect(left.state).toMatch(/^[0-9a-f]{64}$/)
    expect(left.mark).toMatch(/^[\w-]{43}$/)
    const kept = JSON.stringify(at.memory.items())
    expect(kept).not.toContain(left.state)
    expect(kept).not.toContain(left.mark)
  })

  it('opens a session of the account of a WeChat user who is known, in four database calls', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    const left = await leave(at)
    const before = at.memory.calls()
    const back = await comeBack(at, left, '周')
    expect(at.memory.calls() - before).toBe(4)
    expect(back).toMatchObject({ end: 'signed_in', visit: { returnPath: '/verify' } })
    expect(await authenticate(at, back.token)).toMatchObject({ ok: true, value: { accountId, by: 'wechat' } })
    expect(at.exchanged).toEqual(['周', '周'])
  })

  it('says of somebody it does not know that they are unknown, and signs nobody in', async () => {
    const at = visitWorld()
    const back = await visit(at, '周')
    expect([back.end, back.token]).toEqual(['unknown', undefined])
    expect(at.memory.items().filter(({ sk }) => sk.startsWith('SESSION#'))).toEqual([])
  })

  it('keeps no number of a WeChat user in a key, and no plain one at all of who came by a website', async () => {
    const at = visitWorld()
    await known(at, 'zhou')
    const items = at.memory.items()
    expect(items.some(({ pk, sk }) => `${pk} ${sk}`.includes('zhou'))).toBe(false)
    expect(JSON.stringify(items)).not.toMatch(/website-zhou|union-zhou/)
  })

  it('remembers inside WeChat for whom its payments are, which saves another way there', async () => {
    const at = visitWorld()
    await known(at, '周', undefined, 'in_wechat')
    const { token = '' } = await visit(at, '周', 'in_wechat')
    const found = openidIn(await at.memory.get(claimOf(token).session))
    expect(found).toMatchObject({ appId: APPS.in_wechat, openid: 'in_wechat-周' })
    const { token: onDesk = '' } = await visit(at, '吴').then(() => known(at, '吴', OTHER_PHONE))
    expect(openidIn(await at.memory.get(claimOf(onDesk).session))).toBeUndefined()
  })

  it('knows somebody at the second app whose number at both WeChat tells, from then on also where it does not', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    at.weixin.tells = ['in_wechat']
    const { token } = await visit(at, '周', 'in_wechat')
    expect(token?.startsWith(accountId)).toBe(true)
    at.weixin.tells = []
    expect((await visit(at, '周', 'in_wechat')).token?.startsWith(accountId)).toBe(true)
  })

  it('ends the session of the same account that the browser was in', async () => {
    const at = visitWorld()
    const { token, accountId } = await known(at, '周')
    expect((await visit(at, '周', 'website', { token })).end).toBe('signed_in')
    expect(sessionsIn(at, accountId)).toEqual(['wechat'])
  })
})

describe('W1 coming back twice', () => {
  it('gives the same session within a minute, together and one after the other, and asks WeChat once', async () => {
    const at = visitWorld()
    const { accountId } = await known(at, '周')
    const left = await leave(at)
    const backs = await Promise.all([1, 2, 3].map(() => comeBack(at, left, '周')))
    backs.push(await comeBack(at, left, '周'))
    expect(new Set(backs.map(({ token }) => token)).size).toBe(1)
    expect(backs.map(({ end }) => end)).toEqual(Array(4).fill('signed_in'))
    expect(sessionsIn(at, accountId).filter((by) => by === 'wechat')).toHaveLength(1)
    expect(at.exchanged).toHaveLength(2)
  })

  it('is over after a minute: whoever is signed in arrives, anybody else begins anew', async () => {
    const at = visitWorld()
    await known(at, '周')
    const { browser, token } = await visit(at, '周')
    at.time.now += MINUTE
    const late = await comeBack(at, browser, '周')
    expect([late.end, late.token]).toEqual(['expired', undefined])
    expect((await comeBack(at, { ...browser, token }, '周')).end).toBe('arrived')
  })

  it('brings back no session that was signed out of meanwhile', async () => {
    const at = visitWorld()
    await known(at, '周')
    const { browser, token = '' } = await visit(at, '周')
    await at.memory.commit([sessionClosed(claimOf(token).session)])
    expect(await comeBack(at, browser, '周')).toMatchObject({ end: 'expired' })
  })

  it('tells an unknown one the same twice', async () => {
    const at = visitWorld()
    const { browser } = await visit(at, '周')
    expect((await comeBack(at, browser, '周')).end).toBe('unknown')
    expect(at.exchanged).toHaveLength(1)
  })
})

describe('W1 signing in by WeChat, refused', () => {
  it('names what WeChat says instead of who it is', async () => {
    const at = visitWorld()
    const says = {
      snapshot_user: { kind: 'snapshot' },
      try_again: { kind: 'spent', code: '40163' },
      barred: { kind: 'barred', code: '50002' },
      unavailable: { kind: 'unavailable', code: '40125', needsRepair: true },
    } as const
    for (const [end, said] of Object.entries(says)) {
      at.weixin.says = said
      expect((await visit(at, '周')).end).toBe(end)
    }
    expect(at.alarms.map(({ event }) => event)).toEqual(['wechat_vendor_needs_repair'])
    expect(at.memory.items().filter(({ pk }) => pk.startsWith('WECHATUSER#'))).toEqual([])
  })

  it('takes a refusal on the phone, which comes without a code, and lets them try again', async () => {
    const at = visitWorld()
    const left = await leave(at)
    expect((await comeBack(at, left, undefined)).end).toBe('denied')
    expect(at.exchanged).toEqual([])
  })

  it('is over after ten minutes', async () => {
    const at = visitWorld()
    const left = await leave(at)
    at.time.now += 10 * MINUTE
    expect((await comeBack(at, left, '周')).end).toBe('expired')
    expect(at.exchanged).toEqual([])
  })

  it('does not take the place of another account, and the visit is over', async () => {
    const at = visitWorld()
    await known(at, '周')
    const { token } = await signedInAs(at, OTHER_PHONE)
    const back = await visit(at, '周', 'website', { token })
    expect([back.end, back.token]).toEqual(['another_account', undefined])
    expect(valueIn(await authenticate(at, token)).by).toBe('sms_code')
    expect((await comeBack(at, back.browser, '周')).end).toBe('another_account')
  })

  it('is not offered without an account at WeChat of that kind', async () => {
    const at = visitWorld()
    at.weixin.offers = ['in_wechat']
    const asked = { way: 'website', returnPath: '/', mark: undefined, sourceIp: '192.0.2.1' } as const
    expect(codeOf(await openSignIn(at, asked))).toBe('wechat_way_not_offered')
    expect(codeOf(await openSignIn(at, { ...asked, way: 'in_wechat' }))).toBe('ok')
  })

  it('is begun so many times an hour from one address, of which others know nothing', async () => {
    const at = visitWorld()
    const asked = { way: 'website', returnPath: '/', mark: undefined } as const
    const settings = { ...at.settings, wechat: { perHour: 1, signInsPerHour: 2 } }
    const from = async (sourceIp: string) => codeOf(await openSignIn({ ...at, settings }, { ...asked, sourceIp }))
    const all = [await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')]
    expect(all).toEqual(['ok', 'ok', 'too_often', 'ok'])
    at.time.now += HOUR
    expect(await from('192.0.2.1')).toBe('ok')
  })
})

describe('W1 signing in by WeChat, hostile', () => {
  it.each([
    ['no mark', { mark: undefined }],
    ['the mark of another browser', { mark: 'm'.repeat(43) }],
    ['no state', { state: undefined }],
    ['another state', { state: 'a'.repeat(64) }],
  ])('takes nobody with %s, whatever code they bring', async (_what, change) => {
    const at = visitWorld()
    await known(at, '周')
    const left = await leave(at)
    expect(await comeBack(at, { ...left, ...change }, '周')).toMatchObject({ end: 'expired' })
    expect(at.exchanged).toHaveLength(1)
    expect((await comeBack(at, left, '周')).end).toBe('signed_in')
  })

  it('opens nothing for the code of an attacker who had another browser leave', async () => {
    const at = visitWorld()
    await known(at, '周')
    const [theirs, mine] = [await leave(at), await leave(at)]
    expect((await comeBack(at, { mark: theirs.mark, state: mine.state }, '周')).end).toBe('expired')
  })

  it('lets a browser have several pages at WeChat, each of which comes back once', async () => {
    const at = visitWorld()
    await known(at, '周')
    const one = await leave(at)
    const two = await leave(at, { mark: one.mark })
    expect(two.mark).toBe(one.mark)
    const ends = await Promise.all([comeBack(at, one, '周'), comeBack(at, two, '周')])
    expect(ends.map(({ end }) => end)).toEqual(['signed_in', 'signed_in'])
    expect(new Set(ends.map(({ token }) => token)).size).toBe(2)
  })
})

/** A table whose commits die, before or after they are done. */
const dying = (table: Table, dies: { before?: number; after?: number }): Table => {
  let commits = 0
  return {
    ...table,
    async commit(writes) {
      commits += 1
      if (commits === dies.before) throw new Error('killed')
      const committed = await table.commit(writes)
      if (commits === dies.after) throw new Error('killed')
      return committed
    },
  }
}

describe('W1 a function that dies while a browser comes back', () => {
  it.each([
    ['before it claims', { before: 1 }, 'signed_in', 2],
    ['after it claimed', { after: 1 }, 'try_again', 1],
    ['before the session', { before: 2 }, 'try_again', 2],
    ['after the session', { after: 2 }, 'signed_in', 2],
  ])('%s: no code is exchanged twice, and no session that was opened is lost', async (_when, dies, end, asked) => {
    const at = visitWorld()
    await known(at, '周')
    const left = await leave(at)
    await expect(comeBack({ ...at, table: dying(at.memory, dies) }, left, '周')).rejects.toThrow('killed')
    const again = await comeBack(at, left, '周')
    expect([again.end, at.exchanged.length]).toEqual([end, asked])
  })
})
