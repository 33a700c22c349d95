import { afterEach, describe, expect, it } from 'vitest'
import { identityCheckers } from '../../functions/vendors/identity-checkers.ts'
import { itemsAsked } from '../../functions/verification/check/checker.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { NOON } from '../kit.ts'
import { askedOf, permitFor } from './checks.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const held: Record<string, unknown> = {
  SECRET_TENCENT_CLOUD: heldAccount,
  SECRET_ALIBABA_CLOUD: { accessKeyId: 'LTAI', accessKeySecret: 's' },
}
const addresses = ['TENCENT_FACEID_URL', 'ALIBABA_CLOUDAUTH_URL']

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

/** A deployment with accounts at these; every vendor is one server that answers nothing anybody could believe. */
const deployed = async (accounts: readonly string[], detailed = false) => {
  const vendor = await startVendor((_received, response) => response.end('{}'))
  opened.push(vendor)
  const read: string[] = []
  let readers = 0
  const checkers = identityCheckers({
    env: (name) =>
      addresses.includes(name) ? `http://127.0.0.1:${vendor.port}` : accounts.find((one) => one === name),
    secret: (variable, make) => {
      readers += 1
      return async () => {
        read.push(variable)
        return make(held[variable])
      }
    },
    limits: { connectMs: 300, totalMs: 300 },
    clock: { now: () => NOON },
    ids,
    identity: { detailed },
  })
  const check = async (name: string) =>
    (await checkers(name)).check(askedOf('carrier_three_element'), permitFor(name, itemsAsked('carrier_three_element')))
  return { check, checkers, read, readers: () => readers, calls: vendor.calls }
}

const accounts = Object.keys(held)

describe('the identity vendors of a deployment', () => {
  it.each([
    ['tencent_cloud', 'SECRET_TENCENT_CLOUD', 'x-tc-action', 'PhoneVerification'],
    ['alibaba_cloud', 'SECRET_ALIBABA_CLOUD', 'x-acs-action', 'Mobile3MetaSimpleVerify'],
  ])('are asked by name, %s with a secret that is looked for each time', async (name, secret, header, action) => {
    const { check, checkers, read, readers, calls } = await deployed(accounts)
    expect((await checkers(name)).vendor).toBe(name)
    await check(name)
    expect(read).toEqual([secret, secret])
    expect(readers()).toBe(1)
    expect(calls.map(({ headers }) => headers[header])).toEqual([action])
  })

  it('are asked for what differs where that is wanted', async () => {
    const { check, calls } = await deployed(accounts, true)
    await check('tencent_cloud')
    await check('alibaba_cloud')
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({ VerifyMode: '1' })
    expect(calls[1]?.headers['x-acs-action']).toBe('Mobile3MetaDetailVerify')
  })

  it.each([
    ['tencent_cloud', 'alibaba_cloud', 'SECRET_ALIBABA_CLOUD'],
    ['alibaba_cloud', 'tencent_cloud', 'SECRET_TENCENT_CLOUD'],
  ])('are sent nothing where there is no account, as at %s, and a person is told', async (name, other, secret) => {
    const { check, calls, read } = await deployed([secret])
    expect(await check(name)).toEqual({
      kind: 'not_executed',
      vendorCode: 'vendor_not_configured',
      notSent: true,
      needsRepair: true,
    })
    expect([calls, read]).toEqual([[], []])
    expect(await check(other)).toMatchObject({ kind: 'unknown' })
  })
})
