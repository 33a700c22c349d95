import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import {
  codeToScan,
  moneyAtChannel,
  type Person,
  scan,
  signIn,
  submit,
  verificationNow,
} from '../../local/demo/user.ts'
import { type Instance, startInstance } from './instance.ts'

describe('M5 P6 P7 P8 two identity vendors', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance({ identity: { vendors: ['tencent_cloud', 'alibaba_cloud'], detailed: true } })
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const paid = async (person: Person) => {
    const { platform, engine } = instance
    const user = await signIn(platform, person.phone)
    const { id, order } = await submit(platform, user, person, 'membership')
    const { codeUrl } = await codeToScan(platform, user, order.id)
    await scan(platform, codeUrl)
    await engine.drain()
    return { order, now: async () => verificationNow(platform, user, id) }
  }

  /** What each vendor was asked about a number: charged and not. */
  const asked = async (phone: string) => {
    const counted = await instance.platform.sandbox.vendorCalls(phone)
    return Object.fromEntries(counted.map(({ vendor, billed, unbilled }) => [vendor, [billed, unbilled]]))
  }

  it('the second is asked about a number that the first says it does not reach', async () => {
    const person = await instance.person('alibaba_cloud_only')
    const one = await paid(person)
    expect((await one.now()).status).toBe('verified')
    expect(await asked(person.phone)).toMatchObject({ tencent_faceid: [0, 1], alibaba_cloudauth: [1, 0] })
    expect(await moneyAtChannel(instance.platform, one.order.id)).toEqual({ paidFen: 1000, refundedFen: 0 })
  })

  it('the second is asked while the first refuses us', async () => {
    const arrears = (times: number) =>
      instance.platform.must(faultsRoute, { body: { target: 'tencent_faceid', mode: 'arrears', times } })
    await arrears(9)
    const person = await instance.person('mismatch')
    const one = await paid(person)
    expect(await one.now()).toMatchObject({ status: 'mismatch' })
    expect(await asked(person.phone)).toMatchObject({ tencent_faceid: [0, 1], alibaba_cloudauth: [1, 0] })
    await arrears(0)
    await instance.platform.pass('10s')
    expect(await moneyAtChannel(instance.platform, one.order.id)).toMatchObject({ refundedFen: 900 })
  })

  it('nobody is asked a second time where the answer got lost', async () => {
    const { platform } = instance
    await platform.pass('70m')
    const person = await instance.person('timeout_after_sending')
    const one = await paid(person)
    expect(await one.now()).toMatchObject({ status: 'undetermined' })
    expect(await asked(person.phone)).toMatchObject({ tencent_faceid: [1, 0], alibaba_cloudauth: [0, 0] })
  })
})
