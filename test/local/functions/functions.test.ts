import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type Instance, instance } from '../fixture/instance.ts'

let local: Instance
beforeAll(async () => {
  local = await instance({ threads: { limit: 3, idleLimit: 1 } })
})
afterAll(async () => {
  await local.stop()
})

const environment = z.object({ env: z.record(z.string(), z.string()), remaining: z.number(), functionName: z.string() })

type Frozen = { ticks: number; events: number; now: number; fresh: string; text: string; fixed: string }
const frozen = async (query = ''): Promise<Frozen> => JSON.parse((await local.get(`/frozen${query}`)).text)

describe('between two events', () => {
  it('no timer of the function runs', async () => {
    const before = await frozen()
    await sleep(150)
    const after = await frozen()
    expect(after.events).toBe(before.events + 1)
    // Thawing may let one timer that was due run, not the thirty that 150 ms would have held.
    expect(after.ticks - before.ticks).toBeLessThanOrEqual(1)
    expect((await frozen('?ms=60')).ticks).toBeGreaterThan(after.ticks + 3)
  })
})

describe('the environment of a function', () => {
  it('holds what the template says and what Lambda sets, and nothing of this process', async () => {
    process.env.SHIMING_TEST_LEAK = '1'
    const { env, remaining, functionName } = z.parse(environment, (await local.get('/echo?as=environment')).json())
    expect(Object.keys(env).sort()).toEqual(
      [
        ...['PUBLIC_URL', 'CALLBACK', 'TABLE', 'QUEUE', 'DATA_KEY_ID', 'MAC_KEY_ID', 'SECRET', 'SETTINGS', 'TZ'],
        ...['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL'],
        ...['AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_VERSION', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
        ...['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'LAMBDA_TASK_ROOT'],
        ...['AWS_SESSION_TOKEN', 'BUCKET', 'UPLOADS_URL'],
      ].sort(),
    )
    expect(env).toMatchObject({ PUBLIC_URL: local.engine.url, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256' })
    expect(functionName).toBe('fixture-sandbox-echo')
    expect(remaining).toBeGreaterThan(2_500)
    expect(remaining).toBeLessThanOrEqual(3_000)
  })
})

describe('an event that takes too long', () => {
  it('is ended at the time-out of the template, and the next one finds a fresh worker', async () => {
    const started = performance.now()
    const answer = await local.get('/frozen?ms=5000')
    expect(answer.status).toBe(500)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(local.log('frozen')).toContain('Task timed out after 1.00 seconds')
    expect((await frozen()).events).toBe(1)
  })
})

describe('several events at a time', () => {
  it('run beside each other up to the limit, and the rest waits', async () => {
    const started = performance.now()
    const all = await Promise.all([1, 2, 3, 4].map(() => frozen('?ms=300')))
    const took = performance.now() - started
    expect(took).toBeGreaterThanOrEqual(590)
    // Four events on three workers, one of which may have been there before.
    expect(all.filter(({ events }) => events === 1).length).toBeGreaterThanOrEqual(2)
  })
})

describe('what a function writes', () => {
  it('is in the log file of its name', async () => {
    await frozen()
    expect(local.log('frozen')).toMatch(/^\{"said":"frozen","ticks":\d+\}$/m)
  })

  it('includes why it failed', async () => {
    await local.get('/echo?as=throw')
    expect(local.log('echo')).toContain('"errorType":"TypeError","errorMessage":"as asked"')
    await local.get('/echo?as=exit')
    expect(local.log('echo')).toContain('Runtime.ExitError')
  })
})

describe('an error of a function', () => {
  it('is in its log with the lines of its sources, also in code that was loaded later', async () => {
    await local.get('/echo?as=late')
    const lines = local.log('echo').split('\n')
    const written = lines.find((line) => line.startsWith('{"frames"') && line.includes('too late'))
    const noted = lines.find((line) => line.includes('Invoke Error') && line.includes('too late'))
    for (const line of [written, noted]) {
      expect(line).toMatch(/at \w+ \(test\/local\/fixture\/functions\/late\.ts:3:\d+\)/)
      expect(line).toMatch(/test\/local\/fixture\/functions\/echo\.ts:\d+:\d+/)
      expect(line).not.toContain('.mjs')
    }
  })
})

describe('the time in a function', () => {
  it('is the shifted one', async () => {
    await local.engine.advance(72 * 3_600_000)
    const { now, fresh, text, fixed } = await frozen()
    expect(Math.abs(now - local.engine.now())).toBeLessThan(10_000)
    expect(now - Date.now()).toBeGreaterThan(71 * 3_600_000)
    expect(Math.abs(Date.parse(fresh) - now)).toBeLessThan(1_000)
    expect(Math.abs(Date.parse(text) - now)).toBeLessThan(1_050)
    expect(fixed).toBe('1970-01-01T00:00:00.000Z')
  })
})
