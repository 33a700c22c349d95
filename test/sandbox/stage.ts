import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { runPointer } from '../../functions/sandbox/later.ts'
import type { AlibabaCloudSandbox, LaterSandbox, TencentCloudSandbox } from '../../functions/sandbox/sandbox.ts'
import { sandboxSettings } from '../../functions/sandbox/settings.ts'
import { readStandIns } from '../../functions/sandbox/stand-ins.ts'
import type { Outgoing, OutgoingRequest, Reply } from '../../shared/http/outgoing.ts'
import type { Ids } from '../../shared/kernel/ids.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'

const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })

/** Made once, since a pair takes as long as a file of tests; nothing is ever changed in one. */
const pairs = { merchant: rsa(), platform: rsa(), app: rsa(), alipay: rsa() }

/** Keys of both parties, made for this run and kept nowhere. */
export const makeKeys = () => {
  const { merchant, platform, app, alipay } = pairs
  const secret = {
    mchid: '1900009191',
    appid: 'wxd678efh567hg6787',
    apiV3Key: randomBytes(16).toString('hex'),
    platformKeyId: 'PUB_KEY_ID_0119000091912026112000000000000001',
    platformPrivateKey: platform.privateKey,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchantPublicKey: merchant.publicKey,
    alipayAppId: '2021000000000001',
    alipaySellerId: '2088000000000001',
    alipayPrivateKey: alipay.privateKey,
    alipayAppPublicKey: app.publicKey,
    tencentSecretId: `AKID${randomBytes(16).toString('hex')}`,
    tencentSecretKey: randomBytes(16).toString('hex'),
  }
  const alibabaCloud = {
    accessKeyId: `LTAI${randomBytes(10).toString('hex')}`,
    accessKeySecret: randomBytes(15).toString('hex'),
    smsSignName: '实名',
    smsTemplateCode: 'SMS_100000001',
  }
  return {
    secret,
    alibabaCloud,
    merchantPrivateKey: merchant.privateKey,
    platformPublicKey: platform.publicKey,
    appPrivateKey: app.privateKey,
    alipayPublicKey: alipay.publicKey,
  }
}

export type Keys = ReturnType<typeof makeKeys>

/** Numbered ids, so that a failing test can be read. */
const numberedIds = (): Ids => {
  let next = 0
  return {
    id: () => (++next).toString(16).padStart(32, '0'),
    secret: (bytes) => randomBytes(bytes).toString('base64url'),
    below: (limit) => {
      // The real source of randomness takes no more.
      if (limit >= 2 ** 48) throw new RangeError('limit')
      return ++next % limit
    },
  }
}

/** A merchant's answer to a notification. */
export const answering = (status: number, body = ''): Reply => ({
  kind: 'answered',
  status,
  headers: {},
  body: Buffer.from(body),
})

/** 20 November 2026, 12:00 in Beijing. */
export const NOON = Date.parse('2026-11-20T12:00:00+08:00')

export type Stage = ReturnType<typeof stageOf>

/** The whole sandbox in memory, with a clock to turn and a merchant who notes what is sent to it. */
export const stageOf = (keys: Keys, overrides: Record<string, number> = {}) => {
  const table = memoryTable()
  const queued: { id: string; waitMs: Millis }[] = []
  const received: OutgoingRequest[] = []
  const pauses: Millis[] = []
  const world = { now: NOON, merchant: (): Reply => answering(204) }
  const outgoing: Outgoing = async (request) => {
    received.push(request)
    return world.merchant()
  }
  const sandbox: LaterSandbox & TencentCloudSandbox & AlibabaCloudSandbox = {
    table,
    later: async (id, waitMs) => void queued.push({ id, waitMs }),
    clock: { now: () => world.now },
    ids: numberedIds(),
    settings: sandboxSettings(JSON.stringify(overrides)),
    publicUrl: 'http://127.0.0.1:4000',
    outgoing,
    pause: async (ms) => void pauses.push(ms),
    alibabaCloud: keys.alibabaCloud,
    ...readStandIns(keys.secret),
  }
  const runQueue = async (): Promise<string[]> => {
    const ended: string[] = []
    for (const { id } of queued.splice(0)) ended.push(await runPointer(sandbox, id))
    return ended
  }
  return { sandbox, world, table, queued, received, pauses, runQueue }
}
