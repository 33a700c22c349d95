import { describe, expect, it } from 'vitest'
import { sessionClosed } from '../../../functions/account/sessions/session-store.ts'
import { openAuthorization } from '../../../functions/account/wechat/open-authorization.ts'
import { openidIn } from '../../../functions/account/wechat/openid-store.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { codeOf } from '../../kit.ts'
import { comesBack, leaves, left, OPENID, sessionAt, type WeChatWorld, wechatWorld } from './fixture.ts'

const openidOf = async (at: WeChatWorld, { claim }: Awaited<ReturnType<typeof left>>) =>
  openidIn(await at.memory.get(claim.session))?.openid

/** A table whose commits die, before or after they are done, once `dies` says so. */
const mortal = (dies: { before?: number; after?: number }) => {
  let commits = 0
  return (table: Table): Table => ({
    ...table,
    async commit(writes) {
      commits += 1
      if (commits === dies.before) throw new Error('killed')
      const committed = await table.commit(writes)
      if (commits === dies.after) throw new Error('killed')
      return committed
    },
  })
}

describe('P4 whose WeChat a session is in, happy', () => {
  it('is learned by leaving and coming back, and stays with the session', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    expect(gone.url).toContain(encodeURIComponent('https://shiming.test/back?returnPath=%2Fverify%2Fpay'))
    expect(gone.state).toMatch(/^[0-9a-f]{64}$/)
    expect(gone.expiresAt).toBe(at.time.now + 10 * MINUTE)
    const before = at.memory.calls()
    expect(await comesBack(at, gone)).toBe('done')
    expect(at.memory.calls() - before).toBe(3)
    expect(await openidOf(at, gone)).toBe(OPENID)
    expect([at.exchanged, at.notes, at.alarms]).toEqual([['code-1'], [], []])
  })

  it('keeps of the state its hash alone, and of the code nothing', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    await comesBack(at, gone)
    const kept = JSON.stringify(at.memory.items())
    expect(kept).not.toContain(gone.state)
    expect(kept).not.toContain('code-1')
  })

  it('is another in another session of the account, and the newer one in the same', async () => {
    const at = wechatWorld()
    const [one, two] = [await left(at), await left(at)]
    expect(await comesBack(at, one)).toBe('done')
    at.vendor.answer = { kind: 'known', openid: 'oAnother' }
    expect(await comesBack(at, two, { code: 'code-2' })).toBe('done')
    expect([await openidOf(at, one), await openidOf(at, two)]).toEqual([OPENID, 'oAnother'])
    const again = { ...one, ...(await leaves(at, one.caller)) }
    expect(await comesBack(at, again, { code: 'code-3' })).toBe('done')
    expect(await openidOf(at, one)).toBe('oAnother')
  })

  it('of two tabs each comes back by its own state', async () => {
    const at = wechatWorld()
    const first = await left(at)
    const second = { ...first, ...(await leaves(at, first.caller)) }
    expect([await comesBack(at, second), await comesBack(at, first, { code: 'code-2' })]).toEqual(['done', 'done'])
    expect(at.exchanged).toEqual(['code-1', 'code-2'])
  })
})

describe('P4 a browser that comes back twice', () => {
  it.each([0, 30 * SECOND, MINUTE])('%i ms later is told the same, and no code is exchanged again', async (later) => {
    const at = wechatWorld()
    const gone = await left(at)
    await comesBack(at, gone)
    at.time.now += later
    expect([await comesBack(at, gone), await comesBack(at, gone, { code: undefined })]).toEqual(['done', 'done'])
    expect(at.exchanged).toEqual(['code-1'])
  })

  it('at the same moment waits for the one that exchanges it', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    let meanwhile: Promise<string>[] = []
    at.vendor.onAsk = async () => {
      meanwhile = [comesBack(at, gone), comesBack(at, gone)]
      for (let times = 0; times < 8; times += 1) await new Promise(setImmediate)
    }
    expect(await comesBack(at, gone)).toBe('done')
    expect(await Promise.all(meanwhile)).toEqual(['done', 'done'])
    expect(at.exchanged).toEqual(['code-1'])
    expect(at.pauses.length).toBeGreaterThan(1)
  })

  it('three at once, of whom one alone asks WeChat', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.onAsk = () => new Promise(setImmediate)
    const ends = await Promise.all([comesBack(at, gone), comesBack(at, gone), comesBack(at, gone)])
    expect([ends, at.exchanged]).toEqual([['done', 'done', 'done'], ['code-1']])
  })

  it.each([
    [{ kind: 'spent', code: '40163' }, 'try_again'],
    [{ kind: 'snapshot' }, 'snapshot_user'],
    [{ kind: 'barred', code: '40226' }, 'barred'],
  ] as const)('after %j is told the same too', async (answer, end) => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.answer = answer
    expect(await comesBack(at, gone)).toBe(end)
    at.vendor.answer = { kind: 'known', openid: OPENID }
    expect(await comesBack(at, gone)).toBe(end)
    expect([at.exchanged.length, await openidOf(at, gone)]).toEqual([1, undefined])
    expect([at.notes.length, at.alarms]).toEqual([answer.kind === 'snapshot' ? 0 : 1, []])
  })
})

describe('P4 a function that dies while a browser comes back', () => {
  it('before it claims the code leaves it to the next', async () => {
    const at = wechatWorld(mortal({ before: 2 }))
    const gone = await left(at)
    await expect(comesBack(at, gone)).rejects.toThrow('killed')
    expect(await comesBack(at, gone)).toBe('done')
    expect(at.exchanged).toEqual(['code-1'])
  })

  it.each([
    ['after it claimed the code', { after: 2 }, []],
    ['after WeChat has answered', { before: 3 }, ['code-1']],
  ] as const)('%s loses it, which the next is told as soon as nobody can be at it', async (_when, dies, asked) => {
    const at = wechatWorld(mortal(dies))
    const gone = await left(at)
    await expect(comesBack(at, gone)).rejects.toThrow('killed')
    const since = at.time.now
    expect(await comesBack(at, gone)).toBe('try_again')
    expect(at.time.now - since).toBe(8 * SECOND)
    expect([await comesBack(at, gone), at.exchanged]).toEqual(['try_again', asked])
    const anew = { ...gone, ...(await leaves(at, gone.caller)) }
    expect(await comesBack(at, anew, { code: 'code-2' })).toBe('done')
  })

  it('after everything is kept has done it', async () => {
    const at = wechatWorld(mortal({ after: 3 }))
    const gone = await left(at)
    await expect(comesBack(at, gone)).rejects.toThrow('killed')
    expect([await comesBack(at, gone), await openidOf(at, gone)]).toEqual(['done', OPENID])
  })
})

describe('P4 whose WeChat a session is in, refused', () => {
  it('where the deployment has no service account', async () => {
    const at = wechatWorld()
    at.vendor.offered = false
    const { caller } = await sessionAt(at)
    expect(codeOf(await openAuthorization(at, caller, '/verify/pay'))).toBe('wechat_not_offered')
    expect(at.memory.items().filter(({ sk }) => sk.startsWith('WECHAT#'))).toEqual([])
  })

  it('where it has none any more, without losing the code', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.offered = false
    expect(await comesBack(at, gone)).toBe('unavailable')
    at.vendor.offered = true
    expect(await comesBack(at, gone)).toBe('done')
  })

  it('without a code, which a later one mends', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    expect(await comesBack(at, gone, { code: undefined })).toBe('denied')
    expect(await comesBack(at, gone)).toBe('done')
  })

  it('too late, and without asking WeChat', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.time.now += 10 * MINUTE
    expect(await comesBack(at, gone)).toBe('expired')
    expect(at.exchanged).toEqual([])
  })

  it('in a browser that is not signed in, or not any more', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    expect(await comesBack(at, { ...gone, claim: undefined })).toBe('signed_out')
    await at.memory.commit([sessionClosed(gone.claim.session)])
    expect(await comesBack(at, gone)).toBe('signed_out')
    expect(at.exchanged).toEqual([])
  })

  it('where the session ends while WeChat is asked, and then nothing is kept of who it was', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.onAsk = () => at.memory.commit([sessionClosed(gone.claim.session)])
    expect(await comesBack(at, gone)).toBe('signed_out')
    expect(JSON.stringify(at.memory.items())).not.toContain(OPENID)
  })

  it('where WeChat is in trouble, which is noted', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.answer = { kind: 'unavailable', code: 'timeout' }
    expect(await comesBack(at, gone)).toBe('try_again')
    expect([at.notes, at.alarms]).toEqual([[{ event: 'wechat_code_not_exchanged', fields: { code: 'timeout' } }], []])
  })

  it('where WeChat refuses us, which rings', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    at.vendor.answer = { kind: 'unavailable', code: '40125', rid: '0a1b-2c3d', needsRepair: true }
    expect(await comesBack(at, gone)).toBe('unavailable')
    const fields = { code: '40125', rid: '0a1b-2c3d' }
    expect([at.notes, at.alarms]).toEqual([[], [{ event: 'wechat_vendor_needs_repair', fields }]])
  })
})

describe('P4 whose WeChat a session is in, hostile', () => {
  it("cannot be set by somebody else's state, also of the same account", async () => {
    const at = wechatWorld()
    const theirs = await left(at)
    const mine = await sessionAt(at)
    const other = await sessionAt(at, 'b'.repeat(32))
    for (const { claim } of [mine, other]) expect(await comesBack(at, { claim, state: theirs.state })).toBe('expired')
    expect(at.exchanged).toEqual([])
    expect(await comesBack(at, theirs)).toBe('done')
    for (const { claim } of [mine, other]) expect(await comesBack(at, { claim, state: theirs.state })).toBe('expired')
  })

  it.each([undefined, '', 'x'.repeat(128), '0'.repeat(64)])('is not learned by the state %j', async (state) => {
    const at = wechatWorld()
    const gone = await left(at)
    expect(await comesBack(at, gone, { state })).toBe('expired')
    expect(at.exchanged).toEqual([])
  })

  it('tells nobody of the codes and people it met', async () => {
    const at = wechatWorld()
    const gone = await left(at)
    for (const kind of ['spent', 'barred'] as const) {
      at.vendor.answer = { kind, code: '40029' }
      await comesBack(at, { ...gone, ...(await leaves(at, gone.caller)) }, { code: 'secret-code' })
    }
    expect(at.notes).toEqual(
      ['40029', '40029'].map((code) => ({ event: 'wechat_code_not_exchanged', fields: { code } })),
    )
  })
})
