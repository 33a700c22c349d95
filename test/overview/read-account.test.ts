import { describe, expect, it } from 'vitest'
import { platformBanned } from '../../functions/account/bans/ban-store.ts'
import { accountKeys } from '../../functions/account/keys.ts'
import type { SessionClaim } from '../../functions/account/sessions/session-store.ts'
import { signInPlatformUser } from '../../functions/account/sessions/sign-in-platform.ts'
import { createToken } from '../../functions/account/tokens/create-token.ts'
import { listTokens } from '../../functions/account/tokens/list-tokens.ts'
import type { Evidence } from '../../functions/evidence/evidence.ts'
import { identityHeld } from '../../functions/gate/identity-store.ts'
import { membershipKeys } from '../../functions/membership/keys.ts'
import { accountView } from '../../functions/overview/account-view.ts'
import { readAccount } from '../../functions/overview/read-account.ts'
import { refusedNow } from '../../functions/verification/check/breaker.ts'
import { breakerOpened } from '../../functions/verification/check/breaker-store.ts'
import { verificationKeys } from '../../functions/verification/keys.ts'
import { walletKeys } from '../../functions/wallet/keys.ts'
import { beijingDay, DAY, HOUR, MINUTE, nextBeijingDay, rfc3339 } from '../../shared/kernel/time.ts'
import { update } from '../../shared/table/write.ts'
import { claimOf, signedInAs, type World, world } from '../account/fixture.ts'
import { codeOf, NOON, OTHER_PHONE, valueIn } from '../kit.ts'
import { provenByCarrier, quietly, sampleIdentity } from '../samples.ts'

const PUBLIC = 'https://id.example'
const VERIFY = 'https://id.example/verify'

const IDENTITY_VENDOR = { vendors: [{ name: 'v' }] }

const read = (at: World, claim: SessionClaim) => readAccount({ ...at, ...IDENTITY_VENDOR }, { claim })

/** As the platform reads it; `accountId` is whom it means, where that user has been here. */
const readFor = (at: World, externalId: string, accountId?: string) =>
  readAccount({ ...at, ...IDENTITY_VENDOR }, { platformKeyId: 'backend', externalId, accountId })

const viewOf = async (at: World, token: string) => accountView(valueIn(await read(at, claimOf(token))), PUBLIC)

const set = (at: World, key: Parameters<typeof update>[0], values: Record<string, number>) =>
  at.table.commit([update(key, { set: values })])

describe('P2 the account page', () => {
  it('says that a new account is not verified, and where it can be', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const short = { neededLevel: 1, heldLevel: 0, shortfall: 'never_verified' }
    const refused = {
      allowed: false,
      code: 'not_verified',
      legacyCode: 905,
      verifyUrl: VERIFY,
      pausedUntil: null,
      ...short,
    }
    expect(await viewOf(at, token)).toEqual({
      id: accountId,
      externalId: null,
      phone: '138****8000',
      verification: {
        status: 'unverified',
        level: 0,
        levelName: 'none',
        levelUntil: null,
        evidence: [],
        waysUp: [{ methods: ['carrier_three_element'] }],
        method: null,
        name: null,
        idNumber: null,
        verifiedAt: null,
        verifyUrl: VERIFY,
        pausedUntil: null,
        checks: { leftToday: 3, leftEver: 10, nextAt: null },
      },
      membership: null,
      points: 0,
      refunds: [],
      ban: null,
      gate: { send_message: refused, recharge_points: refused },
      enforcement: { enforcedFrom: '2024-07-31T16:00:00.000Z', inForce: true, daysLeft: 0, notice: null },
      returnTo: null,
    })
  })

  it('P1 says when the gate will shut and how urgent that is, until it has; the verified need not know', async () => {
    const at = world({ enforceFrom: '2026-12-21T00:00:00+08:00' })
    const { token, accountId } = await signedInAs(at)
    const enforcedFrom = '2026-12-20T16:00:00.000Z'
    const told = async () => (await viewOf(at, token)).enforcement
    expect(await told()).toEqual({ enforcedFrom, inForce: false, daysLeft: 31, notice: null })
    at.time.now += DAY
    expect(await told()).toEqual({ enforcedFrom, inForce: false, daysLeft: 30, notice: 30 })
    at.time.now += 23 * DAY
    expect(await told()).toEqual({ enforcedFrom, inForce: false, daysLeft: 7, notice: 7 })
    await at.table.commit(identityHeld(sampleIdentity, provenByCarrier(accountId), quietly(NOON)))
    expect(await told()).toBeNull()
  })

  it('says until when nobody can be verified, as the vendor refuses us; whoever is verified need not know', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const open = refusedNow(undefined, 'AuthFailure', { pauseMs: 5 * MINUTE, longestPauseMs: HOUR }, at.time.now)
    await at.table.commit(breakerOpened('v', undefined, open, NOON))
    const paused = async () => (await viewOf(at, token)).verification.pausedUntil
    expect(await paused()).toBe('2026-11-20T04:37:00.000Z')
    at.time.now += 7 * MINUTE
    expect(await paused()).toBeNull()
    at.time.now -= MINUTE
    await at.table.commit(identityHeld(sampleIdentity, provenByCarrier(accountId), quietly(NOON)))
    expect(await paused()).toBeNull()
  })

  it('P8 says how many checks are left today and ever, and when there is one again', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const checks = async () => (await viewOf(at, token)).verification.checks
    await set(at, verificationKeys.tries(accountId), { paidEver: 3, [`paid${beijingDay(NOON)}`]: 3 })
    expect(await checks()).toEqual({ leftToday: 0, leftEver: 7, nextAt: rfc3339(nextBeijingDay(NOON)) })
    at.time.now = nextBeijingDay(NOON)
    expect(await checks()).toEqual({ leftToday: 3, leftEver: 7, nextAt: null })
  })

  it('says who is verified, masked, when and by which method', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await at.table.commit(identityHeld(sampleIdentity, provenByCarrier(accountId), quietly(NOON)))
    const view = await viewOf(at, token)
    expect(view.verification).toEqual({
      status: 'verified',
      level: 1,
      levelName: 'basic',
      levelUntil: null,
      evidence: [
        {
          ...{ kind: 'carrier_three_element', source: 'carrier', provenAt: '2026-11-20T04:30:00.000Z' },
          ...{ validUntil: null, status: 'valid', ended: null },
        },
      ],
      waysUp: [],
      method: 'carrier_three_element',
      name: '*三',
      idNumber: '1****************2',
      verifiedAt: '2026-11-20T04:30:00.000Z',
      verifyUrl: null,
      pausedUntil: null,
      checks: null,
    })
    expect(view.gate).toEqual({ send_message: { allowed: true }, recharge_points: { allowed: true } })
    expect(JSON.stringify(view)).not.toContain(sampleIdentity.personIndex)
  })

  it('shows points and a membership, running or over', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await set(at, walletKeys.points(accountId), { balance: 250 })
    await set(at, membershipKeys.membership(accountId), { until: NOON + DAY })
    expect(await viewOf(at, token)).toMatchObject({
      points: 250,
      membership: { active: true, until: '2026-11-21T04:30:00.000Z' },
    })
    at.time.now += DAY
    expect((await viewOf(at, token)).membership).toMatchObject({ active: false })
  })

  it('is one database call', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    const before = at.table.calls()
    await viewOf(at, token)
    expect(at.table.calls() - before).toBe(1)
  })
})

describe('P2 the account page, read by the platform', () => {
  it('is what the user sees, in one database call', async () => {
    const at = world()
    const { token, account } = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
    await at.table.commit(identityHeld(sampleIdentity, provenByCarrier(account.id), quietly(NOON)))
    const before = at.table.calls()
    const theirs = accountView(valueIn(await readFor(at, 'user-7', account.id)), PUBLIC)
    expect(at.table.calls() - before).toBe(1)
    expect(theirs).toEqual(await viewOf(at, token))
    expect(theirs).toMatchObject({ id: account.id, externalId: 'user-7', verification: { status: 'verified' } })
  })

  it('of somebody never seen is an account without anything, and without an id', async () => {
    const at = world()
    const { token } = valueIn(await signInPlatformUser(at, { externalId: 'user-7' }))
    const nothing = { ...(await viewOf(at, token)), id: null, externalId: 'user-8' }
    expect(accountView(valueIn(await readFor(at, 'user-8')), PUBLIC)).toEqual(nothing)
  })
})

describe('X3 what is proven, on the account page', () => {
  const evidenceOf = (accountId: string, more: Partial<Evidence> = {}): Evidence => ({
    ...provenByCarrier(accountId),
    ...more,
  })

  it('is told with until when it counts, and the level with until when it lasts', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    const until = NOON + 2 * DAY
    await at.table.commit(identityHeld(sampleIdentity, evidenceOf(accountId, { validUntil: until }), quietly(NOON)))
    const { verification } = await viewOf(at, token)
    expect(verification).toMatchObject({ status: 'verified', level: 1, levelUntil: rfc3339(until), verifyUrl: null })
    expect(verification.evidence).toMatchObject([{ validUntil: rfc3339(until), status: 'valid' }])
  })

  it('has ended without anybody sweeping: as whom it was verified stays to be seen, and where it can be proven anew', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await at.table.commit(
      identityHeld(sampleIdentity, evidenceOf(accountId, { validUntil: NOON + DAY }), quietly(NOON)),
    )
    at.time.now = NOON + DAY
    const { verification, gate } = await viewOf(at, token)
    expect(verification).toMatchObject({
      ...{ status: 'unverified', level: 0, levelName: 'none', name: '*三', verifyUrl: VERIFY },
      ...{ evidence: [{ status: 'ended' }], waysUp: [{ methods: ['carrier_three_element'] }] },
    })
    expect(verification.checks?.leftToday).toBe(3)
    expect(gate.send_message).toMatchObject({ allowed: false, legacyCode: 905, shortfall: 'evidence_ended' })
  })

  it('leads to proving the same anew where a feature wants it younger', async () => {
    const at = world({
      gate: {
        ...{ sendLevel: 1, sendMaxAgeMs: DAY, rechargeLevel: 1, rechargeMaxAgeMs: 0 },
        ...{ transferLevel: 1, transferMaxAgeMs: 0, certifyLevel: 2, certifyMaxAgeMs: 0 },
      },
    })
    const { token, accountId } = await signedInAs(at)
    await at.table.commit(identityHeld(sampleIdentity, evidenceOf(accountId), quietly(NOON)))
    expect((await viewOf(at, token)).verification.verifyUrl).toBeNull()
    at.time.now = NOON + DAY
    const { verification, gate } = await viewOf(at, token)
    expect(verification).toMatchObject({ status: 'verified', level: 1, verifyUrl: VERIFY })
    expect(gate.send_message).toMatchObject({ allowed: false, heldLevel: 1, shortfall: 'evidence_too_old' })
    expect(gate.recharge_points).toEqual({ allowed: true })
  })
})

describe('P1 the gate on the account page', () => {
  it('is open to everybody before the enforcement date, to the unverified no longer from then on', async () => {
    const enforceFrom = '2026-11-20T12:30:00.001+08:00'
    const at = world({ enforceFrom })
    const { token } = await signedInAs(at)
    expect((await viewOf(at, token)).gate.send_message).toEqual({ allowed: true })
    at.time.now += 1
    expect((await viewOf(at, token)).gate.send_message).toMatchObject({ allowed: false, legacyCode: 905 })
  })

  it('P12 is closed to a banned account, verified or not, and does not send it to verification', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await at.table.commit(identityHeld(sampleIdentity, provenByCarrier(accountId), quietly(NOON)))
    await set(at, accountKeys.profile(accountId), { bannedAt: NOON })
    const why = { neededLevel: null, heldLevel: null, shortfall: null }
    const shut = { allowed: false, code: 'banned', legacyCode: null, verifyUrl: null, pausedUntil: null, ...why }
    expect((await viewOf(at, token)).gate).toEqual({
      send_message: shut,
      recharge_points: shut,
    })
  })
})

describe('P12 a ban on the account page', () => {
  it('is told with its reason, in the language of whoever reads it', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    await at.table.commit([platformBanned(accountId, '刷单', NOON)])
    expect((await viewOf(at, token)).ban).toEqual({ since: rfc3339(NOON), reason: '刷单', by: 'platform' })
    await set(at, accountKeys.profile(accountId), { bannedAt: NOON + 1 })
    const { ban, gate } = accountView(valueIn(await read(at, claimOf(token))), PUBLIC, 'en')
    expect(ban).toEqual({ since: rfc3339(NOON + 1), reason: 'Repeated malicious complaints', by: 'complaints' })
    expect(gate.send_message).toMatchObject({ code: 'banned' })
  })
})

describe('P2 the account page, refused', () => {
  it('without a live session', async () => {
    const at = world()
    const { token, accountId } = await signedInAs(at)
    expect(codeOf(await read(at, claimOf(`${accountId}.guess`)))).toBe('unauthenticated')
    at.time.now += at.settings.sessions.lifeMs
    expect(codeOf(await read(at, claimOf(token)))).toBe('unauthenticated')
  })
})

describe('P2 the account page, attacked', () => {
  it('shows nothing of another account under a token put together from two', async () => {
    const at = world()
    const mine = await signedInAs(at)
    const theirs = await signedInAs(at, OTHER_PHONE)
    const secret = mine.token.split('.')[1]
    expect(codeOf(await read(at, claimOf(`${theirs.accountId}.${secret}`)))).toBe('unauthenticated')
  })
})

describe('the list of message tokens', () => {
  it('has those of the account, oldest first, and nothing one could send with', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const other = await signedInAs(at, OTHER_PHONE)
    expect(valueIn(await listTokens(at, accountId))).toEqual([])
    const made = []
    for (const name of ['cron', '路由器', 'backup']) {
      made.push(valueIn(await createToken(at, { accountId, name })))
      at.time.now += 1
    }
    await createToken(at, { accountId: other.accountId, name: 'theirs' })
    expect(valueIn(await listTokens(at, accountId))).toEqual(made.map(({ token: _token, ...shown }) => shown))
  })

  it('has all of them where a deployment allows more than fit on a page', async () => {
    const at = world({ tokens: { perAccount: 250 } })
    const { accountId } = await signedInAs(at)
    for (let made = 0; made < 205; made += 1) await createToken(at, { accountId, name: String(made) })
    expect(valueIn(await listTokens(at, accountId))).toHaveLength(205)
  })
})
