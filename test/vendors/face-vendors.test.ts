import { afterEach, describe, expect, it } from 'vitest'
import { faceVendors } from '../../functions/vendors/face-vendors.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { NOON } from '../kit.ts'
import { beginning, facePermit } from './face/face.contract.ts'
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
const deployed = async (accounts: readonly string[]) => {
  const vendor = await startVendor((_received, response) => response.end('{}'))
  opened.push(vendor)
  const faces = faceVendors({
    env: (name) =>
      addresses.includes(name) ? `http://127.0.0.1:${vendor.port}` : accounts.find((one) => one === name),
    secret: (variable, make) => async () => make(held[variable]),
    limits: { connectMs: 1000, totalMs: 1000 },
    clock: { now: () => NOON },
    ids,
    face: { tencentRuleId: '7', alibabaSceneId: '1000' },
  })
  return { faces, calls: vendor.calls }
}

describe('vendors of faces by their name', () => {
  it('are asked with the account and the use that this deployment has there', async () => {
    const { faces, calls } = await deployed(Object.keys(held))
    for (const vendor of ['tencent_cloud', 'alibaba_cloud'])
      expect(await (await faces(vendor)).begin(beginning, facePermit(vendor))).toMatchObject({ kind: 'unknown' })
    expect(calls.map(({ body }) => /RuleId":"7"|SceneId=1000/.test(body))).toEqual([true, true])
  })

  it('are sent nothing where there is no account, which has to be mended', async () => {
    const { faces, calls } = await deployed([])
    const face = await faces('alibaba_cloud')
    expect(await face.begin(beginning, facePermit('alibaba_cloud'))).toEqual({
      ...{ kind: 'not_begun', vendorCode: 'vendor_not_configured', notSent: true, needsRepair: true },
    })
    expect(await face.look('t')).toMatchObject({ kind: 'unknown', needsRepair: true })
    expect(calls).toEqual([])
  })

  it('are none of any other name', async () => {
    const { faces } = await deployed([])
    await expect(faces('somebody')).rejects.toThrow('no vendor of faces is called somebody')
  })
})
