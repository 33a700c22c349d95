import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShiming } from '../../clients/typescript/src/shiming.ts'
import {
  enterByScanRoute,
  openScanRoute,
  readScanRoute,
  redeemScanRoute,
  SCAN_COOKIE,
} from '../../functions/account/scan.route.ts'
import { decideScanRoute, lookAtScanRoute } from '../../functions/account/scan-phone.route.ts'
import { sessionsRoute } from '../../functions/account/sessions.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { SESSION_COOKIE } from '../../shared/http/request.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { sharedInstance } from './shared-instance.ts'

const WEB = { 'x-shiming-web': '1' }
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36'
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15'
const OVER = { status: 410, problem: { code: 'scan_over' } }

/** The cookie of that name in an answer, as a browser sends it back. */
const cookieIn = (headers: Headers, name: string): string => {
  const set = headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  if (set === undefined) throw new Error(`no cookie ${name}`)
  return set.replace(/;.*/, '')
}

describe('W1 signing a desktop in by our own QR code', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** A program on a desktop that shows a code. */
  const shown = async () => {
    const made = await instance.platform.must(openScanRoute, { body: { purpose: 'sign_in' } })
    return { ...made, code: new URL(made.url).hash.slice(1), token: made.deskToken ?? '' }
  }
  const confirm = (code: string, token: string) =>
    instance.platform.call(decideScanRoute, { body: { code, decision: 'confirm' }, token })

  it('goes over two secrets: what the page shows lets nobody in, and its cookie gets the session once', async () => {
    const { platform, engine } = instance
    const asked = await platform.call(openScanRoute, {
      body: { purpose: 'sign_in' },
      headers: { ...WEB, 'user-agent': CHROME },
    })
    if (!asked.ok) throw new Error('no code')
    expect(asked.body.deskToken).toBeUndefined()
    const url = new URL(asked.body.url)
    expect([url.origin, url.pathname, url.search]).toEqual([engine.url, '/scan', ''])
    expect(Date.parse(asked.body.expiresAt) - Date.now()).toBeGreaterThan(0)
    const [set] = asked.headers.getSetCookie()
    expect(set).toMatch(new RegExp(`^${SCAN_COOKIE}=[^;]+; Path=/; Max-Age=300; HttpOnly; Secure; SameSite=Lax$`))
    const cookie = cookieIn(asked.headers, SCAN_COOKIE)
    const code = url.hash.slice(1)
    const standing = () => platform.must(readScanRoute, { headers: { cookie } })
    expect(await standing()).toMatchObject({ id: asked.body.id, purpose: 'sign_in', status: 'waiting' })

    const seen = await platform.must(lookAtScanRoute, { body: { code } })
    expect(seen).toMatchObject({ browser: { name: 'chrome', system: 'windows' }, place: null })
    expect(await standing()).toMatchObject({ status: 'scanned' })
    const early = await platform.call(redeemScanRoute, { headers: { ...WEB, cookie } })
    expect(early).toMatchObject({ status: 409, problem: { code: 'scan_not_confirmed' } })

    const user = await freshSession(instance)
    expect(await confirm(code, user.token)).toMatchObject({ status: 200, body: { decision: 'confirm' } })
    expect(await standing()).toMatchObject({ status: 'confirmed' })
    // Whoever sees the code has none of it.
    for (const token of [code, `${asked.body.id}.${code}`])
      expect(await platform.call(redeemScanRoute, { token })).toMatchObject(OVER)
    expect(await platform.call(redeemScanRoute, { headers: { cookie } })).toMatchObject({
      problem: { code: 'web_header_required' },
    })

    const opened = await platform.call(redeemScanRoute, { headers: { ...WEB, cookie, 'user-agent': CHROME } })
    expect(opened).toMatchObject({ status: 201, body: { account: { id: user.accountId } } })
    const headers = { ...WEB, cookie: cookieIn(opened.headers, SESSION_COOKIE) }
    expect(await platform.must(accountRoute, { headers })).toMatchObject({ id: user.accountId })
    const { sessions } = await platform.must(sessionsRoute, { headers })
    expect(sessions.find(({ current }) => current)).toMatchObject({ by: 'scan', device: 'windows' })
    expect(await standing()).toMatchObject({ status: 'used' })
    const again = await platform.call(redeemScanRoute, { headers: { ...WEB, cookie } })
    expect(cookieIn(again.headers, SESSION_COOKIE)).toBe(cookieIn(opened.headers, SESSION_COOKIE))
    await platform.pass('1m')
    expect(await platform.call(redeemScanRoute, { headers: { ...WEB, cookie } })).toMatchObject(OVER)
    expect(await platform.call(lookAtScanRoute, { body: { code } })).toMatchObject(OVER)

    const dump = JSON.stringify(await engine.dumps.tables())
    for (const secret of [code, cookie.split('.').at(-1) ?? '', headers.cookie.split('.').at(-1) ?? ''])
      expect(dump).not.toContain(secret)
  })

  it('by the client, and a lost answer does no harm', async () => {
    const { platform } = instance
    const user = await freshSession(instance)
    const desk = createShiming({ baseUrl: platform.url, retries: 0 })
    const { url, deskToken = '' } = await desk.scans.open({ purpose: 'sign_in' })
    const code = new URL(url).hash.slice(1)
    const phone = desk.withSession(user.token)
    expect(await desk.scans.look(code)).toMatchObject({ purpose: 'sign_in' })
    instance.engine.faults.add({ target: 'route', path: '/v1/scans/decisions', action: 'break_after' })
    await expect(phone.scans.decide({ code, decision: 'confirm' })).rejects.toThrow()
    expect(await phone.scans.decide({ code, decision: 'confirm' })).toEqual({ decision: 'confirm' })
    const desktop = desk.scans.desktop({ deskToken })
    instance.engine.faults.add({ target: 'route', path: '/v1/scans/current/redemption', action: 'break_after' })
    await expect(desktop.redeem()).rejects.toThrow()
    const { token = '', account } = await desktop.redeem()
    expect(account.id).toBe(user.accountId)
    expect((await desktop.redeem()).token).toBe(token)
    const { items } = await desk.withSession(token).sessions.list().page()
    expect(items.filter(({ by }) => by === 'scan')).toHaveLength(1)
  })

  it('is refused for good by the phone, and over for everybody after three minutes, whatever the sweep has done', async () => {
    const { platform } = instance
    const user = await freshSession(instance)
    const [refused, old] = [await shown(), await shown()]
    await platform.must(decideScanRoute, { body: { code: refused.code, decision: 'refuse' }, token: user.token })
    expect(await platform.must(readScanRoute, { token: refused.token })).toMatchObject({ status: 'refused' })
    expect(await confirm(refused.code, user.token)).toMatchObject(OVER)
    expect(await platform.call(redeemScanRoute, { token: refused.token })).toMatchObject(OVER)
    await platform.pass('3m')
    expect(await confirm(old.code, user.token)).toMatchObject(OVER)
    for (const token of [old.token, refused.token, `${'n'.repeat(43)}.${'n'.repeat(43)}`])
      for (const route of [readScanRoute, redeemScanRoute])
        expect(await platform.call(route, { token })).toMatchObject(OVER)
    for (const code of [old.code, refused.code, 'n'.repeat(43)])
      expect(await platform.call(lookAtScanRoute, { body: { code } })).toMatchObject(OVER)
    expect(await platform.call(lookAtScanRoute, { body: { code: 'n' } })).toMatchObject({
      status: 400,
      problem: { code: 'invalid_scan_code', errors: [{ pointer: '/code' }] },
    })
  })

  it('gives one session, of one of them, to many who confirm and fetch at once', async () => {
    const { platform } = instance
    const { code, token } = await shown()
    const users = [await freshSession(instance), await freshSession(instance)]
    const decided = await Promise.all(
      Array.from({ length: 16 }, (_none, nth) => confirm(code, users[nth % 2]?.token ?? '')),
    )
    const winners = new Set(decided.flatMap(({ ok }, nth) => (ok ? [nth % 2] : [])))
    expect(winners.size).toBe(1)
    expect(decided.filter(({ status }) => ![200, 409, 410].includes(status))).toEqual([])
    const fetched = await Promise.all(Array.from({ length: 12 }, () => platform.call(redeemScanRoute, { token })))
    const opened = fetched.flatMap((one) => (one.ok ? [one.body] : []))
    expect(opened.length).toBeGreaterThan(0)
    expect(new Set(opened.map((one) => one.token)).size).toBe(1)
    expect(fetched.filter(({ status }) => ![201, 409, 410].includes(status))).toEqual([])
    const [winner = 0] = winners
    const { sessions } = await platform.must(sessionsRoute, { token: users[winner]?.token ?? '' })
    expect(sessions.filter(({ by }) => by === 'scan')).toHaveLength(1)
  })
})

describe('W1 going on on a phone by a code that a desktop shows', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('tells whose account it is, opens a session there once, and the desktop can end it', async () => {
    const { platform } = instance
    const user = await freshSession(instance)
    const desk = createShiming({ baseUrl: platform.url, retries: 0 })
    const mine = desk.withSession(user.token)
    const { url, deskToken = '' } = await mine.scans.open({ purpose: 'continue', returnPath: '/papers?proof=bank' })
    const code = new URL(url).hash.slice(1)
    expect(await desk.scans.look(code)).toMatchObject({
      purpose: 'continue',
      account: { externalId: expect.stringMatching(/^..\*\*\*..$/), phone: null, name: null },
      signedInAs: 'nobody',
    })
    const entered = await platform.call(enterByScanRoute, { body: { code }, headers: { ...WEB, 'user-agent': PHONE } })
    expect(entered).toMatchObject({
      status: 201,
      body: { account: { id: user.accountId }, returnPath: '/papers?proof=bank' },
    })
    expect(entered.ok && entered.body.token).toBeUndefined()
    const headers = { ...WEB, cookie: cookieIn(entered.headers, SESSION_COOKIE) }
    expect(await platform.must(accountRoute, { headers })).toMatchObject({ id: user.accountId })
    for (const route of [enterByScanRoute, lookAtScanRoute])
      expect(await platform.call(route, { body: { code } })).toMatchObject(OVER)
    const { status, taken } = await desk.scans.desktop({ deskToken }).get()
    expect({ status, device: taken?.device }).toEqual({ status: 'used', device: 'iphone' })
    await mine.sessions.end(taken?.session ?? '')
    expect((await platform.call(accountRoute, { headers })).status).toBe(401)
    expect(await mine.account.get()).toMatchObject({ id: user.accountId })
  })

  it('never takes the place of another account silently, and needs a session to be shown', async () => {
    const { platform } = instance
    const [user, other] = [await freshSession(instance), await freshSession(instance)]
    const body = { purpose: 'continue', returnPath: '/document' } as const
    expect((await platform.call(openScanRoute, { body })).status).toBe(401)
    const refused = await platform.call(openScanRoute, {
      body: { ...body, returnPath: '//evil.example' },
      token: user.token,
    })
    expect(refused).toMatchObject({ status: 400, problem: { code: 'invalid_return_path' } })
    const { url } = await platform.must(openScanRoute, { body, token: user.token })
    const code = new URL(url).hash.slice(1)
    expect(await platform.must(lookAtScanRoute, { body: { code }, token: other.token })).toMatchObject({
      signedInAs: 'another_account',
    })
    const asked = await platform.call(enterByScanRoute, { body: { code }, token: other.token })
    expect(asked).toMatchObject({ status: 409, problem: { code: 'signed_in_as_another' } })
    // Whoever is in it already keeps their session.
    const own = await platform.must(enterByScanRoute, { body: { code }, token: user.token })
    expect(own).toEqual({ account: { id: user.accountId }, returnPath: '/document' })
    expect(await platform.must(accountRoute, { token: other.token })).toMatchObject({ id: other.accountId })
    // Asked, they leave the other account for good.
    const second = await platform.must(openScanRoute, { body, token: user.token })
    const replacing = { code: new URL(second.url).hash.slice(1), replace: true }
    const moved = await platform.must(enterByScanRoute, { body: replacing, token: other.token })
    expect(await platform.must(accountRoute, { token: moved.token ?? '' })).toMatchObject({ id: user.accountId })
    expect((await platform.call(accountRoute, { token: other.token })).status).toBe(401)
  })
})
