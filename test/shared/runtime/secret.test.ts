import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { keptSecret } from '../../../shared/runtime/secret.ts'
import { awsStub } from '../aws-stub.ts'

const MINUTE = 60_000
const START = Date.UTC(2026, 10, 20)

let stub: Awaited<ReturnType<typeof awsStub>>
let stored = '{"key":1}'

beforeEach(async () => {
  stub = await awsStub({ GetSecretValue: () => ({ SecretString: stored }) })
  vi.stubEnv('AWS_ENDPOINT_URL', stub.settings.endpoint)
  vi.stubEnv('AWS_REGION', 'local')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  vi.stubEnv('SECRET_TEST', 'shiming/test')
  vi.useFakeTimers({ now: START, toFake: ['Date'] })
  stored = '{"key":1}'
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await stub.stop()
})

const read = (json: unknown): number => {
  const { key } = Object(json)
  if (typeof key !== 'number') throw new Error('not a secret of this kind')
  return key
}

describe('a vendor secret', () => {
  it('is read by its name at first use, and kept for ten minutes', async () => {
    const secret = keptSecret('SECRET_TEST', read)
    expect(stub.calls).toEqual([])
    expect([await secret(), await secret()]).toEqual([1, 1])
    vi.setSystemTime(START + 10 * MINUTE - 1)
    expect(await secret()).toBe(1)
    expect(stub.calls).toEqual([{ operation: 'GetSecretValue', input: { SecretId: 'shiming/test' } }])
  })
  it('that was rotated arrives after ten minutes', async () => {
    const secret = keptSecret('SECRET_TEST', read)
    await secret()
    stored = '{"key":2}'
    vi.setSystemTime(START + 10 * MINUTE)
    expect(await secret()).toBe(2)
  })
  it('of the wrong form is an error each time, until it is right', async () => {
    const secret = keptSecret('SECRET_TEST', read)
    for (const wrong of ['', '{', 'null', '{"key":"1"}']) {
      stored = wrong
      await expect(secret()).rejects.toThrow()
    }
    stored = '{"key":3}'
    expect(await secret()).toBe(3)
  })
  it.each<[string, string, object]>([
    ['no JSON', '{"key":张三', { wanted: 'JSON' }],
    ['no text', '', { wanted: 'JSON' }],
    ['without a field', '{"other":"张三"}', { fields: ['key'] }],
    ['with a field of another form', '{"key":"张三"}', { fields: ['key'] }],
  ])('%s is an error that names the variable and what is wrong, and tells nothing of it', async (_, text, what) => {
    stored = text
    const error = await keptSecret('SECRET_TEST', (json) => z.parse(z.object({ key: z.int() }), json))().catch(Object)
    expect(error.about).toEqual({ secret: 'SECRET_TEST', ...what })
    expect(error.message).not.toContain('张三')
  })
  it('that cannot be read is such an error, with what AWS answered as its cause', async () => {
    await stub.stop()
    stub = await awsStub({ GetSecretValue: () => ({ refused: 'ResourceNotFoundException' }) })
    vi.stubEnv('AWS_ENDPOINT_URL', stub.settings.endpoint)
    const error = await keptSecret('SECRET_TEST', read)().catch(Object)
    expect(error).toMatchObject({ about: { secret: 'SECRET_TEST' }, cause: { name: 'ResourceNotFoundException' } })
  })
  it.each(['ThrottlingException', 'InternalServiceError'])(
    'is what was read before while %s, and says of a first read that it may pass',
    async (refused) => {
      const secret = keptSecret('SECRET_TEST', read)
      expect(await secret()).toBe(1)
      await stub.stop()
      vi.setSystemTime(START + 10 * MINUTE)
      expect(await secret()).toBe(1)
      stub = await awsStub({ GetSecretValue: () => ({ refused }) })
      vi.stubEnv('AWS_ENDPOINT_URL', stub.settings.endpoint)
      const first = await keptSecret('SECRET_TEST', read)().catch(Object)
      expect(first.about).toEqual({ secret: 'SECRET_TEST', passes: true })
    },
  )
  it('that infra did not name is a deployment fault', async () => {
    vi.stubEnv('SECRET_TEST', '')
    await expect(keptSecret('SECRET_TEST', read)()).rejects.toThrow('SECRET_TEST')
  })
})
