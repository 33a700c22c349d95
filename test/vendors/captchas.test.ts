import { describe, expect, it } from 'vitest'
import { captcha } from '../../functions/vendors/captchas.ts'
import { NOON } from '../kit.ts'
import { heldAccount as secret } from './tencent-cloud/tencent-vendor.ts'

const captchaOf = { captchaAppId: '190000000', captchaAppSecretKey: 'app-key' }

/** A deployment with that secret; `asked` are the secrets looked for. */
const deploymentWith = (
  held: unknown,
  { url = 'http://127.0.0.1:1', secretName = 'shiming/tencent-cloud' }: { url?: string; secretName?: string } = {},
) => {
  const asked: string[] = []
  const find = captcha({
    limits: { connectMs: 100, totalMs: 100 },
    clock: { now: () => NOON },
    env: (name) => ({ TENCENT_CAPTCHA_URL: url, SECRET_TENCENT_CLOUD: secretName })[name],
    secret: (variable, make) => async () => {
      asked.push(variable)
      return make(held)
    },
  })
  return { find, asked }
}

describe('the captcha of a deployment', () => {
  it('is the one the secret of Tencent Cloud holds, looked for each time, so that a rotated one is used', async () => {
    const { find, asked } = deploymentWith({ ...secret, ...captchaOf })
    for (let times = 0; times < 2; times += 1) {
      const found = await find()
      expect(found).toMatchObject({ vendor: 'tencent_cloud', appId: '190000000' })
      const unanswered = { kind: 'unavailable', code: 'ECONNREFUSED' }
      expect(await found?.check({ ticket: 't', randstr: 'r' }, '192.0.2.1')).toEqual(unanswered)
    }
    expect(asked).toEqual(['SECRET_TENCENT_CLOUD', 'SECRET_TENCENT_CLOUD'])
  })

  it('is none where the secret holds none, and where the stage has no address of one or the deployment no account', async () => {
    expect(await deploymentWith(secret).find()).toBeUndefined()
    for (const without of [{ url: '' }, { secretName: '' }]) {
      const { find, asked } = deploymentWith({ ...secret, ...captchaOf }, without)
      expect(await find()).toBeUndefined()
      expect(asked).toEqual([])
    }
  })

  it.each([
    ['without its key', { captchaAppId: '190000000' }],
    ['without its id', { captchaAppSecretKey: 'app-key' }],
    ['with a misspelt key', { captchaAppId: '190000000', captchaSecretKey: 'app-key' }],
    ['with a misspelt id alone', { captchaAppID: '190000000' }],
    ['with an empty key', { ...captchaOf, captchaAppSecretKey: '' }],
    ['with a key that is null', { ...captchaOf, captchaAppSecretKey: null }],
    ['with an id that is no number', { ...captchaOf, captchaAppId: 'app' }],
    ['with an id that is not written as text', { ...captchaOf, captchaAppId: 190000000 }],
    ['with an id longer than numbers are exact', { ...captchaOf, captchaAppId: '1'.repeat(17) }],
    ['without the key of the account', { ...captchaOf, secretKey: undefined }],
  ])('is refused %s', async (_what, more) => {
    await expect(deploymentWith({ ...secret, ...more }).find()).rejects.toThrow()
  })
})
