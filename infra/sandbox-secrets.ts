import { createHash, generateKeyPairSync, randomBytes, randomInt } from 'node:crypto'
import {
  SANDBOX_ALIBABA_CLOUD,
  SANDBOX_KEY_RING,
  SANDBOX_SECRET,
  SANDBOX_WECHAT,
  SANDBOX_WECHAT_WEBSITE,
} from './config.ts'

/** The secrets of a sandbox: JSON by name in Secrets Manager. `platformKey` and `operatorKey` are the API keys whose hashes are among them. */
export type SandboxSecrets = { secrets: Record<string, string>; platformKey: string; operatorKey: string }

const RSA_BITS = 2048

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')
const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** A party of a payment channel: what it signs with, and what the other side checks that with. */
const rsaPair = (): { privateKey: string; publicKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: RSA_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** The merchant as we hold it and the channel as its stand-in holds it: each has its own private key and the other's public one. */
const wechatPay = () => {
  const merchant = rsaPair()
  const platform = rsaPair()
  const known = {
    mchid: `19${digits(8)}`,
    appid: `wx${hex(8)}`,
    apiV3Key: hex(16),
    merchantSerial: hex(20).toUpperCase(),
    platformKeyId: `PUB_KEY_ID_${digits(32)}`,
  }
  return {
    ours: {
      ...known,
      merchantPrivateKey: merchant.privateKey,
      platformKeys: { [known.platformKeyId]: platform.publicKey },
    },
    theirs: { ...known, platformPrivateKey: platform.privateKey, merchantPublicKey: merchant.publicKey },
  }
}

/** A service account that is bound to the merchant, by the appid of both. Its stand-in reads the very same. */
export const newWechatAccount = (appId: string): string => JSON.stringify({ appId, appSecret: hex(16) })

/** A website app of the same owner. Its stand-in reads the very same. */
export const newWechatWebsite = (): string => newWechatAccount(`wx${hex(8)}`)

/** The same for Alipay in key mode: an application of ours, and the channel. */
const alipay = () => {
  const app = rsaPair()
  const channel = rsaPair()
  const [appId, sellerId] = [`2021${digits(12)}`, `2088${digits(12)}`]
  return {
    ours: { appId, sellerId, appPrivateKey: app.privateKey, mode: 'key', alipayPublicKey: channel.publicKey },
    theirs: {
      alipayAppId: appId,
      alipaySellerId: sellerId,
      alipayPrivateKey: channel.privateKey,
      alipayAppPublicKey: app.publicKey,
    },
  }
}

const tencentCloud = () => {
  const known = { secretId: `AKID${hex(16)}`, secretKey: hex(16) }
  const sms = { smsSdkAppId: `14${digits(8)}`, smsSignName: '实名', smsTemplateId: digits(7) }
  return {
    ours: { ...known, region: 'ap-guangzhou', ...sms },
    theirs: { tencentSecretId: known.secretId, tencentSecretKey: known.secretKey },
  }
}

/** What an account at Alibaba Cloud needs to send texts. */
const alibabaSms = () => ({ smsSignName: '实名', smsTemplateCode: `SMS_${digits(9)}` })

/** An account at Alibaba Cloud. Its stand-in reads the very same. */
export const newAlibabaCloudAccount = (): string =>
  JSON.stringify({ accessKeyId: `LTAI${hex(10)}`, accessKeySecret: hex(15), ...alibabaSms() })

/** The same account, which can send texts; one of before could not. */
export const withAlibabaSms = (account: string): string => {
  const known = JSON.parse(account)
  return JSON.stringify({ ...known, ...alibabaSms(), ...known })
}

/** A key ring of one fresh key, as its secret holds it. */
export const newKeyRing = (): string =>
  JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64') } })

/** What every API key starts with; without it the service takes the text for a session token. */
const KEY_STARTS = { platform: 'smk_', operator: 'smo_' } as const

/** A fresh API key, and what of it stands in the secret `platform`, among `keys` or `operators`: its name and its hash. */
export const newApiKey = (of: keyof typeof KEY_STARTS, id: string) => {
  const key = `${KEY_STARTS[of]}${randomBytes(32).toString('base64url')}`
  return { key, entry: { id, sha256: createHash('sha256').update(key).digest('hex') } }
}

/** Fresh keys for both sides of every stand-in, a key ring, and an API key each for the platform and an operator. Nothing is kept or written anywhere. */
export const sandboxSecrets = (): SandboxSecrets => {
  const pay = wechatPay()
  const ali = alipay()
  const cloud = tencentCloud()
  const platformKey = newApiKey('platform', 'sandbox')
  const operatorKey = newApiKey('operator', 'operator')
  const platform = { keys: [platformKey.entry], operators: [operatorKey.entry] }
  const byName = {
    'shiming/sandbox/wechat-pay': pay.ours,
    'shiming/sandbox/alipay': ali.ours,
    'shiming/sandbox/tencent-cloud': cloud.ours,
    'shiming/sandbox/platform': platform,
    [SANDBOX_SECRET]: { ...pay.theirs, ...ali.theirs, ...cloud.theirs },
  }
  const secrets = Object.fromEntries(Object.entries(byName).map(([name, value]) => [name, JSON.stringify(value)]))
  const alone = {
    [SANDBOX_WECHAT]: newWechatAccount(pay.ours.appid),
    [SANDBOX_WECHAT_WEBSITE]: newWechatWebsite(),
    [SANDBOX_ALIBABA_CLOUD]: newAlibabaCloudAccount(),
    [SANDBOX_KEY_RING]: newKeyRing(),
  }
  return { secrets: { ...secrets, ...alone }, platformKey: platformKey.key, operatorKey: operatorKey.key }
}
