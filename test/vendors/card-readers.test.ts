import { afterEach, describe, expect, it } from 'vitest'
import { tencentReader } from '../../functions/vendors/card-readers.ts'
import { NOON } from '../kit.ts'
import { lineOf, picture, picturePermit } from './cards/said.ts'
import { heldAccount } from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

const deployed = async (variables: readonly string[]) => {
  const vendor = await startVendor((_received, response) => response.end('{}'))
  opened.push(vendor)
  const loaded: string[] = []
  const reader = tencentReader({
    env: (name) => (variables.includes(name) ? `http://127.0.0.1:${vendor.port}` : undefined),
    secret: (variable, make) => {
      loaded.push(variable)
      return async () => make(heldAccount)
    },
    limits: { connectMs: 1000, totalMs: 1000 },
    clock: { now: () => NOON },
    documents: { tencentAction: 'IDCardOCR' },
  })
  const read = () => reader.read({ picture, side: 'front', now: NOON, permit: picturePermit() })
  return { reader, read, loaded, calls: vendor.calls }
}

describe('the reader of cards at Tencent Cloud', () => {
  it('is opened with the first picture, once, with the account and the action of this deployment', async () => {
    const { reader, read, loaded, calls } = await deployed(['SECRET_TENCENT_CLOUD', 'TENCENT_OCR_URL'])
    expect([reader.recipient, loaded]).toEqual(['tencent_cloud', []])
    for (let times = 0; times < 2; times += 1) expect(lineOf(await read())).toBe('unavailable perhaps')
    expect(loaded).toEqual(['SECRET_TENCENT_CLOUD'])
    expect(calls.map(({ headers }) => headers['x-tc-action'])).toEqual(['IDCardOCR', 'IDCardOCR'])
  })

  it('is sent nothing where there is no account, which has to be mended', async () => {
    const { read, calls } = await deployed(['TENCENT_OCR_URL'])
    expect(lineOf(await read())).toBe('unavailable not_sent ours')
    expect(calls).toEqual([])
  })

  it('has to have an address', async () => {
    await expect((await deployed(['SECRET_TENCENT_CLOUD'])).read()).rejects.toThrow('TENCENT_OCR_URL')
  })
})
