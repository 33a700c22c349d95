import { afterEach, describe, expect, it } from 'vitest'
import { itemsHandedOn } from '../../functions/certification/company/checker.ts'
import { companyCheckers } from '../../functions/vendors/company-checkers.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { NOON } from '../kit.ts'
import { permitFor } from './checks.ts'
import { company, REFERENCE } from './companies.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const held: Record<string, unknown> = {
  SECRET_TENCENT_CLOUD: heldAccount,
  SECRET_ALIBABA_CLOUD: { accessKeyId: 'LTAI', accessKeySecret: 's' },
}
const addresses = ['TENCENT_OCR_URL', 'ALIBABA_CLOUDAUTH_URL']

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

/** A deployment with accounts at these; every vendor is one server that answers nothing anybody could believe. */
const deployed = async (accounts: readonly string[]) => {
  const vendor = await startVendor((_received, response) => response.end('{}'))
  opened.push(vendor)
  const read: string[] = []
  const checkers = companyCheckers({
    env: (name) =>
      addresses.includes(name) ? `http://127.0.0.1:${vendor.port}` : accounts.find((one) => one === name),
    secret: (variable, make) => async () => {
      read.push(variable)
      return make(held[variable])
    },
    limits: { connectMs: 300, totalMs: 300 },
    clock: { now: () => NOON },
    ids,
  })
  const check = async (name: string) =>
    (await checkers(name)).check(company, { reference: REFERENCE }, permitFor(name, itemsHandedOn))
  return { check, checkers, read, calls: vendor.calls }
}

describe('the vendors of companies of a deployment', () => {
  it.each([
    ['tencent_cloud', 'SECRET_TENCENT_CLOUD', 'x-tc-action', 'VerifyBizLicenseEnterprise4'],
    ['alibaba_cloud', 'SECRET_ALIBABA_CLOUD', 'x-acs-action', 'EntElementVerify'],
  ])('are asked by name, %s with a secret that is looked for each time', async (name, secret, header, action) => {
    const { check, checkers, read, calls } = await deployed(Object.keys(held))
    expect((await checkers(name)).vendor).toBe(name)
    expect(await check(name)).toMatchObject({ kind: 'unknown' })
    expect(read).toEqual([secret, secret])
    expect(calls.map(({ headers }) => headers[header])).toEqual([action])
  })

  it('are sent nothing where there is no account, and a person is told', async () => {
    const { check, calls, read } = await deployed([])
    for (const name of ['tencent_cloud', 'alibaba_cloud'])
      expect(await check(name)).toEqual({
        ...{ kind: 'not_executed', vendorCode: 'vendor_not_configured', notSent: true, needsRepair: true },
      })
    expect([calls, read]).toEqual([[], []])
  })

  it('are no others', async () => {
    const { checkers } = await deployed([])
    await expect(checkers('somebody')).rejects.toThrow('no vendor of companies is called somebody')
  })
})
