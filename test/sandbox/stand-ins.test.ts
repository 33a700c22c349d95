import { describe, expect, it } from 'vitest'
import { sandboxSettings } from '../../functions/sandbox/settings.ts'
import { readStandIns } from '../../functions/sandbox/stand-ins.ts'
import { makeKeys } from './stage.ts'

const { secret } = makeKeys()

describe('the secret of the stand-ins', () => {
  it('becomes keys of all protocols', () => {
    const { wechatPay, alipay, tencentCloud } = readStandIns(secret)
    expect(alipay.privateKey.type).toBe('private')
    expect(alipay.appPublicKey.type).toBe('public')
    expect(wechatPay.platformPrivateKey.type).toBe('private')
    expect(wechatPay.merchantPublicKey.type).toBe('public')
    expect(tencentCloud.secretId).toBe(secret.tencentSecretId)
  })

  it.each([
    ['a short APIv3 key', { apiV3Key: 'short' }],
    ['no platform key', { platformPrivateKey: undefined }],
    ['no account of the seller', { alipaySellerId: '123' }],
    ['something that is no key', { merchantPublicKey: 'nonsense' }],
  ])('is refused with %s', (_, wrong) => {
    expect(() => readStandIns({ ...secret, ...wrong })).toThrow()
  })
})

describe('settings', () => {
  it('have defaults and take overrides', () => {
    expect(sandboxSettings(undefined).slowAnswerMs).toBe(12_000)
    expect(sandboxSettings('{"slowAnswerMs":800}').slowAnswerMs).toBe(800)
  })

  it.each(['{"slowAnswer":1}', '{"slowAnswerMs":"soon"}', '{"slowAnswerMs":-1}'])('refuse %s', (json) => {
    expect(() => sandboxSettings(json)).toThrow('SANDBOX_SETTINGS')
  })
})
