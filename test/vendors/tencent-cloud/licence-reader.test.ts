import { describe, expect, it } from 'vitest'
import { tencentLicenceReader } from '../../../functions/vendors/tencent-cloud/licence-reader.ts'
import { licenceErrorCodes, licenceWarnings } from '../../../functions/vendors/tencent-cloud/licence-reader-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { licencePermit } from '../cards/licence-said.ts'
import { faults, type Received, silences, startVendor } from '../vendor-server.ts'
import * as tencent from './tencent-vendor.ts'

const PATIENCE_MS = 1000
const NOW = Date.UTC(2026, 10, 20, 4)
const limits = { connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }
const deps = { outgoing: outgoing(limits), clock: { now: () => NOW } }
const key = tencent.freshKey()
const picture = Buffer.from('a picture of a licence')

const at = (port: number) => tencentLicenceReader({ ...key, url: `http://127.0.0.1:${port}/below/a/path` }, deps)

const answering = async (answer: Parameters<typeof startVendor>[0], given: Uint8Array = picture) => {
  const vendor = await startVendor(answer)
  const reading = await at(vendor.port).read(given, licencePermit())
  await vendor.close()
  return { reading, calls: vendor.calls }
}
const saying = async (body: string) => (await answering((_received, response) => response.end(body))).reading

/** An answer with those words, written from the documents. */
const said = {
  ...{ RegNum: '91110000600037341L', Name: '测试长风科技(北京)有限公司', Person: '林知夏', Capital: '壹佰万圆整' },
  ...{ Address: '北京市', Business: '软件开发', Type: '有限责任公司', Period: '2016年01月02日至长期' },
  ...{ ComposingForm: '', SetDate: '2016年01月02日', RecognizeWarnCode: [], IsDuplication: 1 },
}
const read = (change: Record<string, unknown> = {}) => saying(tencent.enveloped({ ...said, ...change }))
const good = tencent.enveloped(said)

describe('W2 what a licence says', () => {
  it('is read, as licences print it', async () => {
    expect(await read()).toEqual({
      kind: 'read',
      licence: {
        ...{ creditCode: '91110000600037341L', companyName: '测试长风科技（北京）有限公司' },
        ...{ legalRepresentative: '林知夏', registeredOn: '20160102', registeredUntil: 'open' },
      },
      doubts: [],
    })
  })

  it.each([
    ['2016年1月2日至2036年1月1日', '20360101'],
    ['2016-01-02至2036-01-01', '20360101'],
    ['2016年01月02日至永久', 'open'],
    ['2016年01月02日', undefined],
    ['2016年01月02日至2036年13月40日', undefined],
    ['', undefined],
  ])('has a term: %j is until %j', async (Period, until) => {
    const reading = await read({ Period })
    expect(reading.kind === 'read' ? reading.licence.registeredUntil : 'unread').toBe(until)
  })

  it('has no code where that does not check itself, or was a number of before', async () => {
    for (const RegNum of ['91110000600037342L', '110000001234567', '', null])
      expect(await read({ RegNum })).not.toHaveProperty('licence.creditCode')
    expect(await read({ RegNum: '９１１１０000 6000 37341l' })).toHaveProperty('licence.creditCode', said.RegNum)
    // of the first weeks, for people to judge
    expect(await read({ RegNum: '91350211M00013FA1N' })).toHaveProperty('licence.creditCode')
  })

  it('is no licence where nothing of one can be read', async () => {
    expect(await read({ RegNum: '', Name: '', Person: '' })).toEqual({
      kind: 'refused',
      because: 'not_a_licence',
      billed: 'yes',
    })
  })

  it.each(licenceWarnings)('is doubted for $code, $means', async ({ code, means }) => {
    expect(await read({ RecognizeWarnCode: [code, code] })).toMatchObject({ kind: 'read', doubts: [means] })
  })

  it('hostile: is unavailable, and rings, where a warning or a shape is in no document', async () => {
    expect(await read({ RecognizeWarnCode: [-9999] })).toMatchObject({ kind: 'unavailable', needsRepair: true })
    for (const change of [{ Name: 7 }, { RegNum: {} }, { RecognizeWarnCode: 'x' }])
      expect(await read(change)).toMatchObject({ kind: 'unavailable', vendorCode: 'unexpected_shape' })
  })
})

describe('W2 what the vendor is asked', () => {
  it('is handed the picture in the body, signed, and asked for warnings', async () => {
    const { calls } = await answering((_received, response) => response.end(good))
    const [call] = calls as [Received]
    const { ImageBase64, ...asked } = JSON.parse(call.body)
    expect(Buffer.from(ImageBase64, 'base64').equals(picture)).toBe(true)
    expect(asked).toEqual({ EnableCopyWarn: true, EnablePeriodComplete: true })
    expect(call.headers).toMatchObject({ 'x-tc-action': 'BizLicenseOCR', 'x-tc-version': '2018-11-19' })
    expect(await tencent.verifies(key, call.headers, call.body)).toBe(true)
    expect([call.url, calls.length]).toEqual(['/below/a/path', 1])
  })

  it('is not sent a picture that it does not take', async () => {
    const { reading, calls } = await answering((_received, response) => response.end(good), Buffer.alloc(6_000_000))
    expect(reading).toEqual({ kind: 'refused', because: 'too_big', billed: 'no' })
    expect(calls).toEqual([])
  })

  it.each([
    ['ImageBlur', 'blurred'],
    ['ImageNoText', 'not_a_licence'],
    ['ImageNoSpecifiedCard', 'not_a_licence'],
    ['MultiCardError', 'not_a_licence'],
    ['LicenseMultiCardError', 'not_a_licence'],
    ['LicenseCardSideError', 'not_a_licence'],
    ['ImageSizeTooLarge', 'too_big'],
    ['ImageDecodeFailed', 'decode_failed'],
    ['EmptyImageError', 'decode_failed'],
  ])('refuses a picture by FailedOperation.%s: %s', async (name, because) => {
    const body = tencent.enveloped({ Error: { Code: `FailedOperation.${name}`, Message: 'x' } })
    const billed = name === 'EmptyImageError' ? 'yes' : 'unknown'
    expect(await saying(body)).toEqual({ kind: 'refused', because, billed })
  })

  it.each([
    ['RequestLimitExceeded', { handedOn: 'not_used' }],
    ['AuthFailure.SignatureFailure', { handedOn: 'not_used', needsRepair: true }],
    ['ResourceUnavailable.InArrears', { handedOn: 'not_used', needsRepair: true }],
    ['FailedOperation.UnOpenError', { handedOn: 'not_used', needsRepair: true }],
    ['FailedOperation.OcrFailed', {}],
    ['InternalError', {}],
    ['Unheard.Of', {}],
  ])('tells what is certain of the picture after %s', async (Code, more) => {
    const reading = await saying(tencent.enveloped({ Error: { Code, Message: 'x' } }))
    expect(reading).toEqual({ kind: 'unavailable', vendorCode: Code, ...more })
  })

  it('has no row of a card among its errors', () => {
    const codes = licenceErrorCodes.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain('FailedOperation.ImageNoIdCard')
  })

  it('hostile: is unavailable after one call, whatever the vendor or the network does', async () => {
    for (const fault of Object.values(faults)) {
      const { reading, calls } = await answering((_received, response) => fault(response, good))
      expect([reading.kind, calls.length]).toEqual(['unavailable', 1])
    }
    const silent = await Promise.all(
      Object.values(silences).map((fault) => answering((_received, response) => fault(response, good))),
    )
    expect(silent.map(({ reading }) => reading.kind)).toEqual(silent.map(() => 'unavailable'))
  })

  it('was not handed anything where nobody listens', async () => {
    const vendor = await startVendor(() => undefined)
    await vendor.close()
    expect(await at(vendor.port).read(picture, licencePermit())).toMatchObject({ handedOn: 'not_sent' })
  })
})
