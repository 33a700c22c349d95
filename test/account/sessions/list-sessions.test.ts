import { describe, expect, it } from 'vitest'
import { authenticate } from '../../../functions/account/sessions/authenticate.ts'
import { endAllSessions, endSession } from '../../../functions/account/sessions/end-sessions.ts'
import { listSessions } from '../../../functions/account/sessions/list-sessions.ts'
import { deviceOf } from '../../../functions/account/sessions/session.ts'
import { signInPlatformUser } from '../../../functions/account/sessions/sign-in-platform.ts'
import type { PageAsked } from '../../../shared/http/paging.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, easy, signedInAs, typeCode, type World, world } from '../fixture.ts'

const callerOf = async (at: World, token: string) => valueIn(await authenticate(at, token))

const listed = async (at: World, token: string, page: Partial<PageAsked> = {}) =>
  valueIn(await listSessions(at, await callerOf(at, token), { limit: 100, ...page }))

/** The number signs in once more, with that device, a minute later. */
const again = async (at: World, device?: 'iphone' | 'windows') => {
  at.time.now += MINUTE
  valueIn(await askCode(at))
  return valueIn(await typeCode(at, { device })).token
}

describe('the sessions of an account', () => {
  it('are listed, newest first, with what they were opened with, and nothing that opens them', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    const phone = await again(at, 'iphone')
    const expiresAt = NOON + 30 * DAY
    expect(await listed(at, token)).toEqual({
      total: 2,
      sessions: [
        {
          id: expect.any(String),
          by: 'sms_code',
          device: 'iphone',
          createdAt: NOON + MINUTE,
          expiresAt: expiresAt + MINUTE,
          isCurrent: false,
        },
        { id: expect.any(String), by: 'sms_code', device: undefined, createdAt: NOON, expiresAt, isCurrent: true },
      ],
      nextCursor: null,
    })
    for (const { id } of (await listed(at, token)).sessions) {
      expect(codeOf(await authenticate(at, id))).toBe('unauthenticated')
      expect(phone).not.toContain(id)
    }
  })

  it('are not listed once they are over', async () => {
    const at = world()
    await signedInAs(at)
    at.time.now += 29 * DAY
    const token = await again(at)
    expect((await listed(at, token)).total).toBe(2)
    at.time.now += DAY
    expect((await listed(at, token)).total).toBe(1)
  })

  it('are read a page at a time, each once, of as many as a platform opened', async () => {
    const at = world()
    const tokens: string[] = []
    for (let visit = 0; visit < 230; visit += 1) {
      at.time.now += 1000
      tokens.push(valueIn(await signInPlatformUser(at, { externalId: 'user-7' })).token)
    }
    const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
    const found = await listed(at, last)
    expect([found.total, found.sessions.length, found.sessions[0]?.isCurrent]).toEqual([230, 100, true])
    expect(found.sessions[0]?.by).toBe('platform')
    const second = await listed(at, last, { cursor: found.nextCursor ?? '' })
    const third = await listed(at, last, { cursor: second.nextCursor ?? '' })
    expect([second.total, second.sessions.length, third.sessions.length, third.nextCursor]).toEqual([
      230,
      100,
      30,
      null,
    ])
    const all = [found, second, third].flatMap(({ sessions }) => sessions)
    expect(new Set(all.map(({ id }) => id)).size).toBe(230)
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    )
    valueIn(await endAllSessions(at, await callerOf(at, last), { keepsCurrent: true }))
    expect(codeOf(await authenticate(at, first))).toBe('unauthenticated')
    expect((await listed(at, last)).total).toBe(1)
  })

  it('of one moment are on one page or the next, never on both', async () => {
    const at = world()
    const tokens: string[] = []
    for (let visit = 0; visit < 5; visit += 1)
      tokens.push(valueIn(await signInPlatformUser(at, { externalId: 'user-7' })).token)
    const token = tokens[0] ?? ''
    const seen: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 5; pages += 1) {
      const page = await listed(at, token, { limit: 2, cursor })
      seen.push(...page.sessions.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
      if (cursor === undefined) break
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
  })

  it('end one by one, once, and the others stay', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const lost = await again(at)
    const [{ id } = { id: '' }] = (await listed(at, token)).sessions
    expect(codeOf(await endSession(at, { accountId, id }))).toBe('ok')
    expect(codeOf(await endSession(at, { accountId, id }))).toBe('not_found')
    expect(codeOf(await authenticate(at, lost))).toBe('unauthenticated')
    expect(codeOf(await authenticate(at, token))).toBe('ok')
  })

  it('end all together, with this one or without it', async () => {
    const at = world(easy)
    const { token } = await signedInAs(at)
    const [second, third] = [await again(at), await again(at)]
    valueIn(await endAllSessions(at, await callerOf(at, third), { keepsCurrent: true }))
    for (const ended of [token, second]) expect(codeOf(await authenticate(at, ended))).toBe('unauthenticated')
    const caller = await callerOf(at, third)
    for (let times = 0; times < 2; times += 1) valueIn(await endAllSessions(at, caller, { keepsCurrent: false }))
    expect(codeOf(await authenticate(at, third))).toBe('unauthenticated')
  })
})

describe('the sessions of an account, attacked', () => {
  it('are not ended by somebody else', async () => {
    const at = world()
    const mine = await signedInAs(at)
    const theirs = await signedInAs(at, OTHER_PHONE)
    const [{ id } = { id: '' }] = (await listed(at, theirs.token)).sessions
    expect(codeOf(await endSession(at, { accountId: mine.accountId, id }))).toBe('not_found')
    valueIn(await endAllSessions(at, await callerOf(at, mine.token), { keepsCurrent: false }))
    expect(codeOf(await authenticate(at, theirs.token))).toBe('ok')
  })

  it.each(['', 'x', 'x'.repeat(44), '\ud800'.repeat(43), `${'x'.repeat(42)}#`])(
    'are not looked for by the id %j',
    async (id) => {
      const at = world()
      const { accountId } = await signedInAs(at, PHONE)
      const calls = at.table.calls()
      expect(codeOf(await endSession(at, { accountId, id }))).toBe('not_found')
      expect(at.table.calls()).toBe(calls)
    },
  )
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) MicroMessenger/8.0.54', 'iphone'],
    ['Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X)', 'ipad'],
    ['Mozilla/5.0 (Linux; Android 15; 23127PN0CC) MicroMessenger/8.0.54', 'android'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 ArkWeb/4.1 Mobile HuaweiBrowser HarmonyOS', 'harmonyos'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'mac'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
    ['curl/8.5.0', undefined],
    [undefined, undefined],
  ])('%s is %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device)
  })
})
