import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type Instance, instance } from '../fixture/instance.ts'

let local: Instance
beforeAll(async () => {
  local = await instance()
})
afterEach(() => local.engine.faults.clear())
afterAll(async () => {
  await local.stop()
})

const environment = z.object({ env: z.object({ AWS_ENDPOINT_URL: z.string() }) })

/** A call as the worker of this access key would make it, without an SDK. */
const callAs = async (accessKeyId: string): Promise<Response> => {
  const { env } = z.parse(environment, (await local.get('/echo?as=environment')).json())
  return fetch(env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20260101T000000Z',
    },
    body: '{}',
  })
}

describe('calls of functions', () => {
  it('reach the emulators', async () => {
    expect(await local.store('put=a&get=a')).toEqual({ ok: true, result: { found: true } })
    expect(await local.store('secret=')).toMatchObject({ result: { Name: 'fixture/secret', SecretString: '{"a":1}' } })
    expect(await local.store('secret=other')).toMatchObject({ ok: false, error: 'ResourceNotFoundException' })
    const { result } = await local.store('seal=')
    expect(await local.store(`open=${result?.wrapped}`)).toEqual({ ok: true, result: { bytes: 32 } })
  })

  it('are counted by function and service, and listed in order', async () => {
    const mark = local.engine.calls.mark()
    await local.store('put=b&mac=x&secret=&send=counted')
    await local.engine.drain()
    expect(local.engine.calls.counts(mark)).toEqual({
      store: { dynamodb: 1, kms: 1, secretsmanager: 1, sqs: 1, monitoring: 0, s3: 0 },
      worker: { dynamodb: 1, kms: 0, secretsmanager: 0, sqs: 0, monitoring: 0, s3: 0 },
    })
    const operations = local.engine.calls.since(mark).map(({ operation }) => operation)
    expect(operations).toEqual(['PutItem', 'GenerateMac', 'GetSecretValue', 'SendMessage', 'UpdateItem'])
  })

  it('are refused for an access key no worker holds', async () => {
    const answer = await callAs('store.99')
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('UnrecognizedClientException')])
    expect((await fetch(answer.url)).status).toBe(400)
  })
})

describe('answers', () => {
  it('tell the time of the functions, not that of the emulator: an SDK that sees two times repeats what was refused', async () => {
    await local.store('get=a')
    await local.engine.advance(24 * 3_600_000)
    const answer = await callAs('store.1')
    expect(answer.status).toBe(200)
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - local.engine.now())).toBeLessThan(60_000)
  })
})

describe('a function that is killed', () => {
  it('before its call has done nothing', async () => {
    local.engine.faults.add({ target: 'function', fn: 'store', operation: 'PutItem', nth: 2, action: 'kill_before' })
    expect((await local.get('/store?put=k1&put=k2')).status).toBe(500)
    expect(await local.store('get=k1')).toMatchObject({ result: { found: true } })
    expect(await local.store('get=k2')).toMatchObject({ result: { found: false } })
    expect(local.log('store')).toContain('Sandbox.Killed')
  })

  it('after its call has done it, without knowing', async () => {
    local.engine.faults.add({ target: 'function', fn: 'store', operation: 'PutItem', action: 'kill_after' })
    expect((await local.get('/store?put=k3&put=k4')).status).toBe(500)
    expect(await local.store('get=k3')).toMatchObject({ result: { found: true } })
    expect(await local.store('get=k4')).toMatchObject({ result: { found: false } })
  })
})

describe('answers that are made up', () => {
  it('say that a transaction was in conflict', async () => {
    local.engine.faults.add({ target: 'function', fn: 'store', action: 'conflict' })
    expect(await local.store('get=x&transact=t1')).toMatchObject({
      ok: false,
      error: 'TransactionCanceledException',
      reasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    })
    expect(await local.store('transact=t1')).toMatchObject({ ok: true })
    local.engine.faults.add({ target: 'function', fn: 'store', action: 'conflict' })
    expect(await local.store('put=x')).toMatchObject({ error: 'TransactionConflictException' })
  })

  it('say that calls come too fast', async () => {
    local.engine.faults.add({ target: 'function', fn: 'store', operation: 'GenerateMac', action: 'throttle' })
    expect(await local.store('mac=x')).toMatchObject({ error: 'ThrottlingException' })
    expect(await local.store('mac=x')).toMatchObject({ ok: true })
  })

  it('say that a transaction was cancelled for that, and whatever else DynamoDB says of it', async () => {
    const throttled = (operation: string, action: 'throttle' | 'throttle_after') =>
      local.engine.faults.add({ target: 'function', fn: 'store', operation, action })
    throttled('TransactWriteItems', 'throttle')
    expect(await local.store('transact=t2')).toMatchObject({
      error: 'TransactionCanceledException',
      reasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }],
    })
    throttled('BatchGetItem', 'throttle')
    expect(await local.store('getBoth=t2')).toMatchObject({ result: { found: 0, left: 2 } })
    expect(await local.store('getBoth=t2')).toMatchObject({ result: { found: 0, left: 0 } })
    throttled('TransactWriteItems', 'throttle_after')
    expect(await local.store('transact=t2')).toMatchObject({ error: 'TransactionCanceledException' })
    expect(await local.store('getBoth=t2')).toMatchObject({ result: { found: 2, left: 0 } })
  })

  it('come late', async () => {
    local.engine.faults.add({ target: 'function', fn: 'store', action: 'delay', ms: 200 })
    const started = performance.now()
    expect(await local.store('get=x')).toMatchObject({ ok: true })
    expect(performance.now() - started).toBeGreaterThan(190)
  })
})

describe('requests that meet a fault on the way', () => {
  it('break before or after the function ran', async () => {
    local.engine.faults.add({ target: 'route', path: '/store', action: 'break_before' })
    await expect(local.get('/store?put=r1')).rejects.toThrow()
    local.engine.faults.add({ target: 'route', path: '/store', action: 'break_after' })
    await expect(local.get('/store?put=r2')).rejects.toThrow()
    expect(await local.store('get=r1')).toMatchObject({ result: { found: false } })
    expect(await local.store('get=r2')).toMatchObject({ result: { found: true } })
  })

  it('hang before the function runs', async () => {
    local.engine.faults.add({ target: 'route', path: '/', action: 'hang_before', times: 2 })
    const signal = AbortSignal.timeout(200)
    const hanging = [local.get('/store?put=r4', { signal }), local.get('/echo', { method: 'POST', body: 'x', signal })]
    for (const answer of hanging) await expect(answer).rejects.toThrow()
    await local.engine.drain()
    expect(await local.store('get=r4')).toMatchObject({ result: { found: false } })
  })

  it('are over when the caller breaks off in the middle of its body', async () => {
    const headers = { 'content-length': '100', 'content-type': 'text/plain' }
    const outgoing = request(`${local.engine.url}/echo`, { method: 'POST', headers, agent: false })
    outgoing.on('error', () => undefined)
    outgoing.write('half')
    await sleep(50)
    outgoing.destroy()
    await local.engine.drain()
    expect((await local.engine.state()).inFlight).toEqual({})
  })

  it('hang until the caller gives up', async () => {
    local.engine.faults.add({ target: 'route', path: '/store', action: 'hang_after' })
    await expect(local.get('/store?put=r3', { signal: AbortSignal.timeout(300) })).rejects.toThrow()
    await local.engine.drain()
    expect(await local.store('get=r3')).toMatchObject({ result: { found: true } })
  })
})

describe('rules for what does not exist', () => {
  it('are refused', () => {
    expect(() => local.engine.faults.add({ target: 'function', fn: 'nobody', action: 'throttle' })).toThrow(
      'there is no such fn',
    )
    expect(local.faults).toEqual([])
  })
})
