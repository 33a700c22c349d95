import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { platformKeysIn } from '../../functions/account/api-keys/platform-secret.ts'
import { findInstance } from '../../local/command/instance.ts'
import { textOf } from '../docs/repository.ts'
import { problem, type StandIn, startStandIn } from './stand-in.ts'
import { typed } from './typed.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-command-'))
writeFileSync(join(folder, 'sandbox.json'), JSON.stringify({ platformKey: 'smk_kept', operatorKey: 'smo_kept' }))
afterAll(() => rmSync(folder, { recursive: true }))

const person = (outcome: string, phone: string) => ({ name: '某', idNumber: '1', phone, outcome, note: 'x' })

describe('a command about an instance', () => {
  let here: StandIn
  let elsewhere: StandIn
  beforeAll(async () => {
    here = await startStandIn({}, { clockOffsetMs: 3_600_000, dataFolder: folder })
    elsewhere = await startStandIn()
  })
  afterEach(() => {
    for (const { asked, answers } of [here, elsewhere]) {
      asked.length = 0
      for (const route of Object.keys(answers)) if (route !== 'GET /_local/state') delete answers[route]
    }
  })
  afterAll(async () => {
    await Promise.all([here.stop(), elsewhere.stop()])
  })

  /** Runs a command about the instance on this machine, and reads its JSON. */
  const json = async (...args: string[]) => {
    const { code, out, err } = await typed([...args, '--json', '--url', here.url])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return JSON.parse(out)
  }

  it('finds it by --url or SHIMING_URL, and says how to start one where none answers', async () => {
    here.answers['GET /sandbox/people'] = { body: { people: [] } }
    expect(await typed(['people', '--url', `${here.url}/`])).toMatchObject({ code: 0 })
    expect(await typed(['people'], { env: { SHIMING_URL: here.url } })).toMatchObject({ code: 0 })
    const nobody = await typed(['people', '--url', 'http://127.0.0.1:1'])
    expect(nobody.code).toBe(1)
    expect(nobody.err).toBe(
      'no instance answers at http://127.0.0.1:1: start one by npx shiming start, or say where it is by --url or SHIMING_URL\n',
    )
    expect(await typed(['people', '--url', 'here'])).toMatchObject({ code: 2 })
  })

  it('finds the one that was started from this checkout, on whichever port, and says what it tried where that leaves a doubt', async () => {
    const found = async (...running: string[]) => (await findInstance(undefined, {}, () => running)).url
    expect(await found(here.url)).toBe(here.url)
    await expect(found(here.url, 'http://127.0.0.1:1')).rejects.toThrow(
      `several instances were started from this checkout: ${here.url}, http://127.0.0.1:1; say which by --url or SHIMING_URL`,
    )
    // The usual port is meant, whatever runs beside it.
    const usual = found(here.url, 'http://127.0.0.1:4000').catch(({ message }) => message)
    expect(await usual).toContain('http://127.0.0.1:4000')
    await expect(found('http://127.0.0.1:1')).rejects.toThrow('no instance answers at http://127.0.0.1:1:')
    const none = await found().catch(({ message }) => message)
    if (none !== 'http://127.0.0.1:4000')
      expect(none).toContain(
        'nothing answers at http://127.0.0.1:4000. Start one by npx shiming start; one on another port',
      )
    expect((await findInstance(undefined, { SHIMING_URL: here.url }, () => ['http://127.0.0.1:1'])).url).toBe(here.url)
  })

  it('tells what a service refused in its own words, in the language of whoever asks, and without a stack', async () => {
    here.answers['GET /sandbox/people'] = problem(403, 'tester_key_wrong')
    const { code, err } = await typed(['people', '--url', here.url, '--lang', 'zh'])
    expect({ code, err }).toEqual({ code: 1, err: 'GET /sandbox/people: 403 tester_key_wrong: tester_key_wrong.\n' })
    expect(here.asked.at(-1)?.headers['accept-language']).toBe('zh')
  })

  it('people lists all, or those of an outcome, and names the nearest of what it does not know', async () => {
    const people = [person('match', '19410011001'), person('mismatch', '19420012001')]
    here.answers['GET /sandbox/people'] = { body: { people } }
    expect(await json('people')).toEqual({ people })
    expect(await json('people', 'mismatch')).toEqual({ people: people.slice(1) })
    expect((await typed(['people', '--url', here.url])).out).toContain('match     19410011001  1  某  x\n')
    const { code, err } = await typed(['people', 'mismatsch', '--url', here.url])
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('there are mismatch (') })
  })

  it('sends the tester key of a deployed sandbox', async () => {
    here.answers['GET /sandbox/people'] = { body: { people: [] } }
    await typed(['people', '--url', here.url], { env: { SHIMING_TESTER_KEY: 't'.repeat(24) } })
    expect(here.asked.at(-1)?.headers['x-shiming-tester']).toBe('t'.repeat(24))
  })

  it('clock shows the time of an engine, moves it on, and is for engines alone', async () => {
    const before = Date.now()
    const { now, aheadMs } = await json('clock')
    expect(aheadMs).toBeGreaterThan(3_590_000)
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before + 3_600_000)
    here.answers['POST /_local/clock'] = { body: { now: '2026-12-01T00:00:00.000Z' } }
    await json('clock', 'advance', '72h')
    expect(here.asked.find(({ route }) => route === 'POST /_local/clock')?.body).toEqual({ advance: '72h' })
    for (const args of [['advance'], ['advance', 'soon'], ['back'], ['advance', '1h', 'more']])
      expect(await typed(['clock', ...args, '--url', here.url])).toMatchObject({ code: 2, out: '' })
    expect(await typed(['clock', '--url', elsewhere.url])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is no instance that npx shiming start runs on this machine'),
    })
  })

  it('tells progress to somebody who sees it, and to nobody else', async () => {
    here.answers['POST /_local/clock'] = { body: { now: '2026-12-01T00:00:00.000Z' } }
    const line = ['clock', 'advance', '72h', '--url', here.url]
    expect((await typed(line, { isWatched: true })).err).toContain('72h pass, and what is due is done …')
    expect((await typed(line)).err).toBe('')
    expect((await typed([...line, '--json'], { isWatched: true })).err).toBe('')
  })

  it('dead-letters lists queues and letters by the operator’s key, and replays with a reason', async () => {
    const queues = [{ queue: 'refunds', kind: 'refund', worker: 'w', count: 2, oldestAt: null }]
    here.answers['GET /v1/operator/dead-letters'] = { body: { queues } }
    expect(await json('dead-letters')).toEqual({ queues })
    expect(here.asked.at(-1)?.headers.authorization).toBe('Bearer smo_kept')
    const letters = { queue: 'refunds', kind: 'refund', worker: 'w', letters: [], left: 0 }
    here.answers['GET /v1/operator/dead-letters/refunds'] = { body: letters }
    expect(await json('dead-letters', 'list', 'refunds')).toEqual(letters)
    const replayed = { queue: 'refunds', sent: 2, unreadable: 0, left: 0, looked: 0 }
    here.answers['POST /v1/operator/dead-letters/refunds/replay'] = { body: replayed }
    expect(await json('dead-letters', 'replay', 'refunds', '--reason', 'why', '--letter', 'a,b')).toEqual(replayed)
    expect(here.asked.at(-1)?.body).toEqual({ reason: 'why', letters: ['a', 'b'] })
    for (const args of [['replay', 'refunds'], ['replay'], ['bury', 'refunds'], ['list', 'refunds', 'more']])
      expect(await typed(['dead-letters', ...args, '--url', here.url])).toMatchObject({ code: 2 })
    const without = await typed(['dead-letters', '--url', elsewhere.url])
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('SHIMING_OPERATOR_KEY') })
  })

  it('keys prints none whole unless asked for', async () => {
    const shown = await typed(['keys', '--url', here.url])
    expect(shown.out).not.toContain('kept')
    expect((await json('keys')).keys).toEqual([
      { of: 'platform', key: 'smk_…' },
      { of: 'operator', key: 'smo_…' },
    ])
    expect((await json('keys', '--show')).keys[0]).toEqual({ of: 'platform', key: 'smk_kept' })
    const { out } = await typed(['keys', '--show', '--json', '--url', here.url], {
      env: { SHIMING_API_KEY: 'smk_env' },
    })
    expect(JSON.parse(out).keys[0].key).toBe('smk_env')
  })

  it('keys make makes one, with what of it the secret of a deployment holds', async () => {
    const { out } = await typed(['keys', 'make', 'platform', '--id', 'app', '--json'])
    const { of, key, entry } = JSON.parse(out)
    expect(of).toBe('platform')
    expect(key).toMatch(/^smk_[\w-]{43}$/)
    expect(platformKeysIn({ keys: [entry] })).toEqual([{ id: 'app', sha256: expect.not.stringContaining(key) }])
    expect(JSON.parse((await typed(['keys', 'make', 'operator', '--json'])).out).key).toMatch(/^smo_/)
    expect(await typed(['keys', 'make', 'everything'])).toMatchObject({ code: 2 })
  })

  it('openapi prints that of the repository, and that of an instance that is named', async () => {
    expect((await typed(['openapi'])).out).toBe(`${textOf('docs/openapi.json').trimEnd()}\n`)
    expect((await typed(['openapi', '--sandbox'])).out).toBe(`${textOf('docs/openapi.sandbox.json').trimEnd()}\n`)
    here.answers['GET /openapi.json'] = { body: { openapi: '3.1.0' } }
    expect(await json('openapi')).toEqual({ openapi: '3.1.0' })
    const file = join(folder, 'openapi.json')
    expect(await json('openapi', '--out', file)).toEqual({ file })
    expect(await typed(['openapi', '--sandbox', '--url', here.url])).toMatchObject({ code: 1, out: '' })
  })

  it('trigger does what was asked as the platform, and says where it did not come so far', async () => {
    const ban = { since: '2026-12-01T00:00:00.000Z', reason: 'x', by: 'platform' }
    here.answers['POST /v1/account/ban'] = { body: { id: null, externalId: 'user-1', ban } }
    const end = { outcome: 'banned', externalId: 'user-1', reached: true, status: 'banned' }
    expect(await json('trigger', 'banned', '--external', 'user-1')).toEqual(end)
    const asked = here.asked.at(-1)
    expect(asked).toMatchObject({ headers: { authorization: 'Bearer smk_kept' }, body: { externalId: 'user-1' } })
    here.answers['POST /v1/account/unban'] = { body: { id: null, externalId: 'user-1', ban } }
    const still = await typed(['trigger', 'unbanned', '--external', 'user-1', '--url', here.url])
    expect(still).toEqual({ code: 1, out: 'unbanned: user-1 banned, and not unbanned\n', err: '' })
  })

  it('trigger says which outcomes there are, needs a key, and some need an engine on this machine', async () => {
    const misused = async (...args: string[]) => (await typed(['trigger', ...args, '--url', here.url])).err
    expect(await misused()).toContain('say which outcome: verified, mismatch')
    expect(await misused('verifed')).toContain("there is no outcome 'verifed'; perhaps verified is meant")
    expect(await misused('verified', 'twice')).toContain("'twice' is one too many")
    const elsewhereIs = async (outcome: string) => (await typed(['trigger', outcome, '--url', elsewhere.url])).err
    expect(await elsewhereIs('verified')).toContain('SHIMING_API_KEY')
    for (const outcome of ['expired', 'cleared', 'evidence_ended'])
      expect(await elsewhereIs(outcome)).toContain('is no instance that npx shiming start runs on this machine')
  })

  it('trigger takes a person of whom no vendor was asked, and says so where there is none', async () => {
    here.answers['GET /sandbox/people'] = { body: { people: [person('match', '19410011001')] } }
    const vendors = [{ vendor: 'tencent_faceid', billed: 1, unbilled: 0, turnedAway: 0 }]
    here.answers['GET /sandbox/vendor-calls'] = { body: { vendors } }
    const { code, err } = await typed(['trigger', 'verified', '--url', here.url])
    expect(code).toBe(1)
    expect(err).toBe('all 1 test people of match were used at this instance: start a fresh one (start --memory)\n')
  })

  it('smoke stops at the first step that fails, and says which and why', async () => {
    here.answers['GET /v1/offers'] = { body: { consent: { version: '1' } } }
    here.answers['POST /v1/sessions'] = problem(401, 'unauthenticated')
    const { code, out } = await typed(['smoke', '--json', '--url', here.url])
    const { ok, steps } = JSON.parse(out)
    expect({ code, ok }).toEqual({ code: 1, ok: false })
    expect(steps).toEqual([
      { step: 'offers', ok: true, ms: expect.any(Number) },
      { step: 'session', ok: false, ms: expect.any(Number), detail: expect.stringContaining('unauthenticated') },
    ])
    const told = (await typed(['smoke', '--url', here.url])).out
    expect(told).toMatch(/^FAILED {2}session /m)
    expect(told).toMatch(/^- {7}message /m)
  })
})
