import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../functions/sandbox/people.ts'
import { DataFolderError } from '../../local/data-faults.ts'
import { openDataFolder } from '../../local/data-folder.ts'
import { startEngine } from '../../local/engine.ts'
import { PortInUse } from '../../local/listen.ts'
import { fixtureAssembly } from './fixture/assembly.ts'
import { type Instance, instance, rawRequest } from './fixture/instance.ts'

const HOUR = 3_600_000
const BEGINS = Date.parse('2031-06-10T10:00:00+08:00')

let local: Instance
const data = mkdtempSync(join(tmpdir(), 'shiming-data-'))
beforeAll(async () => {
  local = await instance({ data: openDataFolder(data), begins: BEGINS })
})
afterAll(async () => {
  await local.stop()
  rmSync(data, { recursive: true })
})

const control = (path: string, body?: unknown, headers: Record<string, string> = { 'x-shiming-local': '1' }) =>
  local.get(`/_local/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, 'accept-language': 'en' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

describe('M3 moving the clock', () => {
  it('begins where a fresh one is told to', () => {
    expect(local.engine.now()).toBeGreaterThanOrEqual(BEGINS)
    expect(local.engine.now()).toBeLessThan(BEGINS + HOUR)
  })

  it('runs the schedule until it finds nothing more', async () => {
    await local.store('due=chain-3&due=plain')
    await local.engine.advance(HOUR / 2)
    expect(await local.seen()).toEqual({})
    await local.engine.advance(HOUR / 2 + 1_000)
    expect(await local.seen()).toEqual({ plain: 1, 'chain-3': 1, 'chain-2': 1, 'chain-1': 1, 'chain-0': 1 })
    expect(await local.store('listDue=')).toMatchObject({ result: { Count: 0 } })
  })

  it('runs it again when it was killed half-way', async () => {
    await local.store('due=swept-a&due=swept-b')
    local.engine.faults.add({ target: 'function', fn: 'sweep', operation: 'SendMessage', action: 'kill_before' })
    await local.engine.advance(2 * HOUR)
    const seen = await local.seen()
    // One was taken out of the index before the kill: what that loses is for the real sweep to avoid, not for the engine.
    expect([seen['swept-a'] ?? 0, seen['swept-b'] ?? 0].toSorted()).toEqual([0, 1])
  })

  it('gives up on a schedule that always fails', async () => {
    local.engine.faults.add({ target: 'function', fn: 'sweep', action: 'kill_before', times: 100 })
    const missed = async () => (await local.engine.state()).queues['sweep-dead']?.visible ?? 0
    const before = await missed()
    await expect(local.engine.advance(0)).rejects.toThrow('sweep failed 5 times in a row')
    expect(await missed()).toBe(before + 5)
    local.engine.faults.clear()
  })
})

describe('a restart', () => {
  it('loses queues and keeps tables, keys, secrets and the time', async () => {
    const { url } = local.engine
    const { result } = await local.store('put=kept&seal=')
    const before = await local.store('mac=x')
    await local.engine.advance(24 * HOUR)
    await local.store('sendLater=lost')
    const time = local.engine.now()
    await local.engine.restart()
    expect(local.engine.url).toBe(url)
    expect(await local.store('get=kept')).toMatchObject({ result: { found: true } })
    expect(await local.store(`open=${result?.wrapped}`)).toMatchObject({ result: { bytes: 32 } })
    expect(await local.store('mac=x')).toEqual(before)
    expect(local.engine.now()).toBeGreaterThanOrEqual(time)
    await local.engine.advance(HOUR)
    expect((await local.seen()).lost).toBeUndefined()
  })

  it('kills what is running', async () => {
    const running = local.get('/frozen?ms=900')
    const broken = expect(running).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await local.engine.restart()
    await broken
    expect((await local.get('/frozen')).json()).toMatchObject({ events: 1 })
  })

  it('of the table alone loses nothing', async () => {
    await local.store('put=before')
    await Promise.all([local.engine.restartTable(), local.engine.restartTable(), local.store('secret=')])
    expect(await local.store('get=before')).toMatchObject({ result: { found: true } })
  })
})

describe('clearing', () => {
  it('empties tables and queues, and nothing is started anew', async () => {
    await local.store('put=gone')
    await local.store('sendLater=gone')
    const before = (await local.get('/frozen')).json().events
    await local.engine.clear()
    expect(Object.values(await local.engine.dumps.tables()).flat()).toEqual([])
    await local.engine.advance(HOUR)
    expect(await local.seen()).toEqual({})
    expect((await local.get('/frozen')).json().events).toBe(Number(before) + 1)
    expect(await local.store('put=new&due=swept')).toMatchObject({ ok: true })
    await local.engine.advance(2 * HOUR)
    expect(await local.seen()).toEqual({ swept: 1 })
  })
})

describe('the data folder', () => {
  it('belongs to one engine at a time', async () => {
    expect(() => openDataFolder(data)).toThrow(DataFolderError)
    const port = Number(new URL(local.engine.url).port)
    await expect(startEngine({ assembly: await fixtureAssembly(), secrets: {}, port })).rejects.toThrow(PortInUse)
  })

  it('can be read by its owner only where it holds keys', () => {
    for (const name of readdirSync(data).filter((file) => file.endsWith('.json'))) {
      expect(statSync(join(data, name)).mode & 0o077).toBe(0)
    }
  })

  it('keeps everything for the next engine, whatever secrets that one is given', async () => {
    const { result } = await local.store('put=lasting&seal=')
    const time = local.engine.now()
    await local.stop()
    local = await instance({ data: openDataFolder(data), secrets: { 'fixture/secret': 'another' } })
    expect(await local.store('get=lasting')).toMatchObject({ result: { found: true } })
    expect(await local.store(`open=${result?.wrapped}`)).toMatchObject({ result: { bytes: 32 } })
    expect(await local.store('secret=')).toMatchObject({ result: { SecretString: '{"a":1}' } })
    expect(local.engine.now()).toBeGreaterThanOrEqual(time)
  })

  it('gives the next engine what a secret did not hold yet, and keeps the rest', async () => {
    await local.stop()
    local = await instance({ data: openDataFolder(data), secrets: { 'fixture/secret': '{"a":2,"b":3}' } })
    expect(await local.store('secret=')).toMatchObject({ result: { SecretString: '{"a":1,"b":3}' } })
  })
})

describe('control over HTTP', () => {
  it('moves the clock', async () => {
    const before = local.engine.now()
    const answer = await control('clock', { advance: '72h' })
    expect(answer.status).toBe(200)
    expect(Date.parse(String(answer.json().now)) - before).toBeGreaterThanOrEqual(72 * HOUR)
    expect((await control('clock', { advance: '0s' })).status).toBe(200)
  })

  it('makes and clears faults, and restarts the table', async () => {
    const rule = { target: 'function', fn: 'store', action: 'kill_before', nth: 2 }
    expect((await control('faults', rule)).json()).toEqual({ faults: [{ ...rule, times: 1, ms: 0 }] })
    expect((await control('state')).json()).toMatchObject({ faults: [{ fn: 'store' }] })
    expect((await control('faults', { clear: true })).json()).toEqual({ faults: [] })
    expect((await control('faults', { target: 'table', action: 'restart' })).status).toBe(200)
    expect(await local.store('get=lasting')).toMatchObject({ result: { found: true } })
  })

  it('shows the state', async () => {
    expect((await control('state')).json()).toMatchObject({
      inFlight: {},
      queues: { jobs: { visible: 0, delayed: 0, received: 0 } },
      calls: { store: { dynamodb: expect.any(Number) } },
    })
  })

  it.each([
    ['clock', { advance: 'soon' }, '/advance'],
    ['clock', { advance: 72 }, '/advance'],
    ['clock', { advance: '1h', more: 1 }, '/more'],
    ['clock', {}, '/advance'],
    ['faults', { target: 'function', fn: 'nobody', action: 'throttle' }, '/fn'],
    ['faults', { target: 'queue', queue: 'nothing', action: 'drop' }, '/queue'],
    ['faults', { target: 'function', fn: 'store', action: 'explode' }, '/action'],
    ['faults', { target: 'moon' }, '/target'],
  ])('names the field that is wrong: %s %j', async (path, body, pointer) => {
    const answer = await control(path, body)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] })
  })

  it('refuses what is no JSON, too long or unknown', async () => {
    expect((await control('clock', '{')).json()).toMatchObject({ status: 400, code: 'malformed_json' })
    expect((await control('clock', 'x'.repeat(20_000))).status).toBe(413)
    expect((await control('other', {})).status).toBe(404)
    expect((await control('clock')).status).toBe(404)
  })

  it('draws a specimen of a test person, and of nobody else', async () => {
    const [{ idNumber }] = people as [(typeof people)[0]]
    const answer = await control(`specimen?idNumber=${idNumber}&side=back`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect((await control(`specimen?idNumber=${idNumber}&side=top`)).status).toBe(400)
    expect((await control('specimen?idNumber=110101199001010011&side=back')).status).toBe(404)
    expect((await control(`specimen?idNumber=${idNumber}&side=back`, undefined, {})).status).toBe(404)
  })

  it('is for somebody on this machine only, and for no web page', async () => {
    expect((await control('state', undefined, {})).status).toBe(404)
    const url = `${local.engine.url}/_local/state`
    const own = { 'x-shiming-local': '1' }
    expect(await rawRequest(url, { ...own, host: 'evil.example' })).toBe(404)
    expect(await rawRequest(url, { ...own, host: 'localhost:4000' })).toBe(200)
  })

  it('caused no fault of the engine', () => {
    expect(local.faults).toEqual([])
  })
})
