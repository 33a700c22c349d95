import { type KeyObject, privateEncrypt, publicDecrypt } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { platformKeyId } from '../../functions/account/api-keys/platform-key.ts'
import { platformKeysIn } from '../../functions/account/api-keys/platform-secret.ts'
import { readStandIns } from '../../functions/sandbox/stand-ins.ts'
import { openMerchant as openAlipay } from '../../functions/vendors/alipay/merchant.ts'
import { textAccountOf } from '../../functions/vendors/tencent-cloud/account.ts'
import { openMerchant } from '../../functions/vendors/wechat-pay/merchant.ts'
import { SANDBOX_KEY_RING } from '../../infra/config.ts'
import { provisionSandbox } from '../../infra/provision-sandbox.ts'
import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { versionedKeysIn } from '../../shared/vault/key-ring-secret.ts'

const { secrets, platformKey } = sandboxSecrets()
const secret = (name: string) => JSON.parse(secrets[`shiming/sandbox/${name}`] ?? '')

const pairs = (privateKey: KeyObject, publicKey: KeyObject | undefined): boolean =>
  publicKey !== undefined && publicDecrypt(publicKey, privateEncrypt(privateKey, Buffer.from('x'))).toString() === 'x'

const parts = { url: '', limits: { connectMs: 1, totalMs: 1 }, clock: { now: () => 0 } }

describe('the secrets of the sandbox', () => {
  it('fit each other on both sides of WeChat Pay', () => {
    const ours = openMerchant({ ...secret('wechat-pay'), baseUrl: 'http://127.0.0.1' })
    const { wechatPay: theirs } = readStandIns(secret('stand-ins'))
    expect(pairs(ours.privateKey, theirs.merchantPublicKey)).toBe(true)
    expect(pairs(theirs.platformPrivateKey, ours.platformKeys.get(ours.platformKeyId))).toBe(true)
    expect(theirs).toMatchObject({
      mchid: ours.mchid,
      appid: ours.appid,
      merchantSerial: ours.serial,
      platformKeyId: ours.platformKeyId,
      apiV3Key: ours.sealingKey.export().toString(),
    })
  })

  it('fit each other on both sides of Alipay', () => {
    const ours = openAlipay({ ...secret('alipay'), baseUrl: 'http://127.0.0.1' })
    const { alipay: theirs } = readStandIns(secret('stand-ins'))
    expect(pairs(ours.privateKey, theirs.appPublicKey)).toBe(true)
    expect(pairs(theirs.privateKey, ours.alipayKeys.get(''))).toBe(true)
    expect(theirs).toMatchObject({ appId: ours.appId, sellerId: ours.sellerId })
  })

  it('fit each other on both sides of Tencent Cloud', () => {
    const { secretId, secretKey, region } = textAccountOf(parts, 1, secret('tencent-cloud')).config
    expect(readStandIns(secret('stand-ins')).tencentCloud).toEqual({ secretId, secretKey })
    expect(region).toMatch(/^ap-/)
  })

  it('hold the hash of the API key, not the key', () => {
    expect(platformKeyId(platformKey, platformKeysIn(secret('platform')))).toBe('sandbox')
    expect(JSON.stringify(secrets)).not.toContain(platformKey)
  })

  it('hold a key ring that the functions can read', () => {
    expect(versionedKeysIn(secret('key-ring')).map(({ version }) => version)).toEqual(['k1'])
  })

  it('are fresh every time', () => {
    const other = sandboxSecrets()
    expect(other.platformKey).not.toBe(platformKey)
    expect(Object.keys(other.secrets)).toEqual(Object.keys(secrets))
    for (const [name, value] of Object.entries(other.secrets)) expect(value).not.toBe(secrets[name])
  })
})

describe('provisioning', () => {
  const kept = new Map<string, string>()
  let server: Server
  let client: SecretsManagerClient

  beforeEach(async () => {
    kept.clear()
    server = createServer(async (request, response) => {
      const { Name, SecretId, SecretString } = JSON.parse(Buffer.concat(await request.toArray()).toString())
      const creates = String(request.headers['x-amz-target']).endsWith('CreateSecret')
      const refused = creates === kept.has(Name ?? SecretId)
      const type = creates ? 'ResourceExistsException' : 'ResourceNotFoundException'
      if (!refused) kept.set(Name ?? SecretId, SecretString)
      response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(refused ? { __type: type } : { Name }))
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const address: AddressInfo | string | null = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }
    client = new SecretsManagerClient({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials })
  })
  afterEach(() => {
    client.destroy()
    server.close()
  })

  it('creates all of them, says so, and shows nothing but the API keys', async () => {
    const lines = await provisionSandbox(client)
    expect([...kept.keys()]).toEqual(Object.keys(secrets))
    expect(lines.slice(0, -2)).toEqual(Object.keys(secrets).map((name) => `${name} created`))
    const shown = lines.at(-2)?.split(' ').at(-1)
    expect(platformKeyId(shown, platformKeysIn(JSON.parse(kept.get('shiming/sandbox/platform') ?? '')))).toBe('sandbox')
    for (const value of kept.values()) {
      // `mode` and `current` are words and no secrets; a key may have the letters of such a word in it.
      const { mode, current, ...parts } = JSON.parse(value)
      for (const part of Object.values(parts)) expect(lines.join('\n')).not.toContain(part)
    }
  })

  it('replaces them together the second time, all but the key ring, which the table hangs on', async () => {
    await provisionSandbox(client)
    const before = new Map(kept)
    const lines = (await provisionSandbox(client)).slice(0, -2)
    for (const [name, value] of kept) {
      const told = lines.find((line) => line.startsWith(`${name} `))
      expect(told).toContain(name === SANDBOX_KEY_RING ? ' kept, because the tokens' : ' replaced')
      expect(value === before.get(name), name).toBe(name === SANDBOX_KEY_RING)
    }
    readStandIns(JSON.parse(kept.get('shiming/sandbox/stand-ins') ?? ''))
  })
})
