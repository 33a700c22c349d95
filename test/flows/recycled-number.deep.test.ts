import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { listDisclosuresRoute } from '../../functions/consent/read.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { codeToScan, credentialsFor, messageToken, pushplusSend, scan, signIn, submit } from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('X3 a number that the carrier gave to somebody else', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ sessions: { lifeMs: 400 * 86_400_000 }, recheck: { afterMs: 30 * 86_400_000 } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const looked = (person: { token: string }) => instance.platform.must(accountRoute, { token: person.token })

  it('ends what it proved: account, gate and a message say so, and the record says who was told what', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const token = await messageToken(platform, user)
    const before = await looked(user)
    expect(before.verification).toMatchObject({ status: 'verified', level: 1, evidence: [{ status: 'valid' }] })

    // Once it is still theirs, which is as good as proven today.
    await platform.pass('31d')
    const renewed = await looked(user)
    expect(renewed.verification).toMatchObject({ status: 'verified', evidence: [{ status: 'valid', ended: null }] })
    const [first, second] = [before, renewed].map(({ verification }) => verification.evidence[0]?.provenAt ?? '')
    expect(Date.parse(second ?? '')).toBeGreaterThan(Date.parse(first ?? ''))

    await platform.must(faultsRoute, {
      body: { target: 'alibaba_cloudauth', mode: 'number_recycled', times: 1, subject: user.phone },
    })
    await platform.pass('31d')
    const { verification, gate } = await looked(user)
    expect(verification).toMatchObject({
      ...{ status: 'unverified', level: 0, waysUp: [{ methods: ['carrier_three_element'] }] },
      evidence: [{ kind: 'carrier_three_element', status: 'ended', ended: 'number_recycled' }],
    })
    expect(gate.send_message).toMatchObject({ allowed: false, legacyCode: 905, shortfall: 'evidence_ended' })
    expect(await pushplusSend(platform, token, 'x')).toBe(905)
    const { messages } = await platform.must(inboxRoute, { token: user.token })
    expect(messages[0]?.title).toContain('实名信息已失效')
    const { disclosures } = await platform.must(listDisclosuresRoute, { token: user.token })
    const told = disclosures.filter(({ purpose }) => purpose === 'number_recheck')
    expect(told).toMatchObject([
      {
        items: ['phone'],
        outcome: 'answered',
        recipient: { vendor: 'alibaba_cloud', service: '阿里云“手机二次号核验”' },
      },
      { items: ['phone'], outcome: 'answered' },
    ])
  })
})

describe('a number that signs in again after ninety days', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is asked for the last four of the ID number, or starts over', async () => {
    const { platform } = instance
    const person = await instance.person('match')
    const user = await signIn(platform, person.phone)
    const { order } = await submit(platform, user, person, 'fee')
    await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
    await platform.pass('2160h')
    const body = await credentialsFor(platform, person.phone)
    expect(await platform.call(signInRoute, { body })).toMatchObject({
      status: 403,
      problem: { code: 'id_last_four_required', errors: [{ pointer: '/idLastFour' }] },
    })
    const idLastFour = person.idNumber.slice(-4)
    const back = await platform.must(signInRoute, { body: { ...body, idLastFour } })
    expect(back.account.id).toBe(user.accountId)
    await platform.pass('2160h')
    const other = await credentialsFor(platform, person.phone)
    const fresh = await platform.must(signInRoute, { body: { ...other, startOver: true } })
    expect(fresh.account.id).not.toBe(user.accountId)
    expect(await platform.must(accountRoute, { token: fresh.token })).toMatchObject({
      verification: { status: 'unverified' },
    })
  })
})
