import { afterEach, describe, expect, it } from 'vitest'
import { licenceReader } from '../../functions/vendors/licence-readers.ts'
import { NOON } from '../kit.ts'
import { licencePermit } from './cards/licence-said.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

const deployed = async (variables: readonly string[], reader: 'none' | 'tencent' = 'tencent') => {
  const vendor = await startVendor((_received, response) => response.end('{}'))
  opened.push(vendor)
  const loaded: string[] = []
  const of = licenceReader({
    reader,
    env: (name) => (variables.includes(name) ? `http://127.0.0.1:${vendor.port}` : undefined),
    secret: (variable, make) => {
      loaded.push(variable)
      return async () => make(heldAccount)
    },
    limits: { connectMs: 1000, totalMs: 1000 },
    clock: { now: () => NOON },
  })
  return { of, read: () => of?.read(Buffer.from('a picture'), licencePermit()), loaded, calls: vendor.calls }
}

describe('the reader of licences', () => {
  it('is nobody where none is chosen', async () => {
    expect((await deployed(['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL'], 'none')).of).toBeUndefined()
  })

  it('is opened with the first picture, once', async () => {
    const { of, read, loaded, calls } = await deployed(['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL'])
    expect([of?.vendor, loaded]).toEqual(['tencent_cloud', []])
    for (let times = 0; times < 2; times += 1) expect(await read()).toMatchObject({ kind: 'unavailable' })
    expect(loaded).toEqual(['SECRET_TENCENT_CLOUD'])
    expect(calls.map(({ headers }) => headers['x-tc-action'])).toEqual(['BizLicenseOCR', 'BizLicenseOCR'])
  })

  it('is sent nothing where there is no account, which has to be mended, and has to have an address', async () => {
    const { read, calls } = await deployed(['TENCENT_OCR_URL'])
    expect(await read()).toMatchObject({ kind: 'unavailable', handedOn: 'not_sent', needsRepair: true })
    expect(calls).toEqual([])
    await expect((await deployed(['SECRET_TENCENT_CLOUD'])).read()).rejects.toThrow('TENCENT_OCR_URL')
  })
})
