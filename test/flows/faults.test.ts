import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { wechatPayNotificationRoute } from '../../functions/payment/notification.route.ts'
import { where } from '../../infra/where.ts'
import { httpEvent } from '../http-event.ts'
import { awsStub } from '../shared/aws-stub.ts'
import { contextOf } from '../shared/lambda-context.ts'

const NAME = 'payment-wechat-pay-notification'
const CANARY = '张三 110101189001011234'

let stored: string
let stub: Awaited<ReturnType<typeof awsStub>>
let handler: (event: unknown, context: unknown) => Promise<{ statusCode: number }>

/** As on AWS: the code that is deployed, the environment it gets there, and a stub in place of AWS itself. */
beforeAll(async () => {
  stub = await awsStub({ GetSecretValue: () => ({ SecretString: stored }) })
  const environment = {
    ...{
      STAGE: 'sandbox',
      TABLE: 'table',
      WECHAT_PAY_URL: 'https://pay.example',
      SECRET_WECHAT_PAY: 'shiming/wechat-pay',
    },
    ...{ AWS_REGION: 'local', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    ...{ AWS_ENDPOINT_URL: stub.settings.endpoint, AWS_LAMBDA_FUNCTION_NAME: `shiming-sandbox-${NAME}` },
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  handler = (await import(join(inject('assembly'), 'bundles', NAME, 'index.mjs'))).handler
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await stub.stop()
})

/** The line that the function logs of its fault when its secret is this one. */
const faultWith = async (secret: string): Promise<string> => {
  stored = secret
  let written = ''
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written += String(chunk)
      return true
    })
  }
  const { statusCode } = await handler(httpEvent(wechatPayNotificationRoute, { body: CANARY }), contextOf())
  vi.restoreAllMocks()
  expect(statusCode).toBe(500)
  return written.split('\n').find((line) => line.includes('"fault"')) ?? ''
}

const ours = (): Record<string, string> => JSON.parse(inject('keys').secrets['shiming/sandbox/wechat-pay'] ?? '')

describe('a secret that cannot be used', () => {
  it('is named in the log with what is wrong, and leads to the line of the source', async () => {
    const pem = ours().merchantPrivateKey ?? ''
    const line = await faultWith(JSON.stringify({ ...ours(), merchantPrivateKey: pem.replaceAll('\n', '\\n') }))
    expect(JSON.parse(line)).toMatchObject({
      function_name: `shiming-sandbox-${NAME}`,
      code: expect.stringMatching(/^ERR_OSSL/),
      about: {
        secret: 'SECRET_WECHAT_PAY',
        vendor: 'wechat_pay',
        field: 'merchantPrivateKey',
        wanted: expect.stringContaining('not the bare base64'),
      },
    })
    const frames = where([line], inject('assembly')).join('\n')
    expect(frames).toMatch(/functions\/vendors\/wechat-pay\/merchant\.ts:\d+:\d+/)
    expect(frames).not.toContain('.mjs')
    expect(line).not.toContain(pem.split('\n')[1])
  })

  it.each<[string, () => string, object]>([
    ['that is not JSON', () => `{"mchid":"${CANARY}`, { wanted: 'JSON' }],
    [
      'without a field',
      () => JSON.stringify({ ...ours(), apiV3Key: undefined, mchid: 1 }),
      { fields: ['mchid', 'apiV3Key'] },
    ],
    [
      'with a short key',
      () => JSON.stringify({ ...ours(), apiV3Key: CANARY }),
      { field: 'apiV3Key', wanted: '32 bytes' },
    ],
  ])('%s is named too, and nothing of it is logged', async (_, secret, what) => {
    const line = await faultWith(secret())
    expect(JSON.parse(line).about).toMatchObject({ secret: 'SECRET_WECHAT_PAY', ...what })
    for (const part of CANARY.split(' ')) expect(line).not.toContain(part)
  })
})
