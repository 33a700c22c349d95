import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { client } from '../../../shared/runtime/aws.ts'
import { tableNamed } from '../../../shared/runtime/table.ts'
import type { Table } from '../../../shared/table/table.ts'
import { awsStub } from '../aws-stub.ts'

let stub: Awaited<ReturnType<typeof awsStub>>
let table: Table

beforeAll(async () => {
  stub = await awsStub({ GetItem: () => ({ refused: 'ThrottlingException' }) })
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', stub.settings.endpoint)
  vi.stubEnv('AWS_REGION', 'local')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  vi.stubEnv('TABLE', 'main')
  table = tableNamed('TABLE')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await stub.stop()
})

describe('the table of a function', () => {
  it('asks a throttled database a few times with pauses between, which the SDK does not multiply', async () => {
    const since = performance.now()
    await expect(table.get({ pk: 'a', sk: 'b' })).rejects.toMatchObject({ name: 'NotNow' })
    // On a machine that is busy a try may be over before it arrives.
    expect([3, 4, 5]).toContain(stub.calls.length)
    expect(performance.now() - since).toBeGreaterThan(200)
  })

  it('gives up within the time of a request, even if nobody answers', () => {
    const tries = stub.calls.length
    expect(tries * client.requestHandler.requestTimeout).toBeLessThan(29_000 - 10_000)
  })
})
