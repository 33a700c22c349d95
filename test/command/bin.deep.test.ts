import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close, listen } from '../../local/listen.ts'
import { pathOf, textOf } from '../docs/repository.ts'

const program = pathOf(JSON.parse(textOf('package.json')).bin.shiming)
const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Runs the program as npx does, and reads its JSON. */
const json = async (url: string, ...args: string[]) => {
  const line = [program, ...args, '--json', '--url', url]
  const { stdout } = await promisify(execFile)(process.execPath, line, { env, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout)
}

/** A port of this machine that nobody uses now. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = await listen(server, 0)
  await close(server)
  return port
}

/** Starts an instance by the program itself, which delivers to that port; answers its address once it runs, and what ends it. */
const startHere = (deliveries: number) => {
  const line = [program, 'start', '--memory', '--port', '0', '--json', '--deliver', `127.0.0.1:${deliveries}`]
  const child = spawn(process.execPath, line, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (out.endsWith('\n')) resolve(JSON.parse(out).url)
    })
    void ended.then(() => reject(new Error(`it ended: ${out}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, stop }
}

describe('npx shiming with an instance that it started', () => {
  let [url, port] = ['', 0]
  let started: ReturnType<typeof startHere> | undefined
  beforeAll(async () => {
    port = await freePort()
    started = startHere(port)
    url = await started.url
  })
  afterAll(() => started?.stop())

  it('plays people, journeys to outcomes, a smoke test, the clock and what is due', async () => {
    const { people } = await json(url, 'people', 'match')
    expect(people.length).toBeGreaterThan(10)

    const verified = await json(url, 'trigger', 'verified', '--external', 'user-1')
    expect(verified).toMatchObject({ reached: true, externalId: 'user-1', status: 'verified', paidFen: 100 })
    const given = await json(url, 'trigger', 'no_record', '--external', 'user-2')
    expect(given).toMatchObject({ status: 'no_record', paidFen: 100, refundedFen: 100 })

    const smoke = await json(url, 'smoke')
    expect(smoke.steps.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
    expect(smoke.ok).toBe(true)

    const before = await json(url, 'clock')
    // What proved an identity is looked at again half a year later.
    const due = await json(url, 'due', '--within', '400d')
    expect(due.due.map(({ kind }: { kind: string }) => kind)).toContain('evidence')
    const after = await json(url, 'clock', 'advance', '72h')
    expect(after.aheadMs - before.aheadMs).toBeGreaterThanOrEqual(72 * 3_600_000 - 1000)
    expect((await json(url, 'due', '--within', '0s')).due).toEqual([])
  })

  it('reaches every other outcome that it offers', async () => {
    const outcomes = [
      'mismatch',
      'undetermined',
      'identity_in_use',
      'refund',
      'cancelled',
      'expired',
      'banned',
      'unbanned',
    ]
    for (const outcome of [...outcomes, 'cleared', 'evidence_ended'])
      expect(await json(url, 'trigger', outcome), outcome).toMatchObject({ outcome, reached: true })
  })

  it('receives what happens, signed in both ways, at an endpoint that is gone afterwards', async () => {
    const line = ['events', 'listen', '--port', String(port), '--count', '2', '--events', 'account.*']
    const child = spawn(process.execPath, [program, ...line, '--json', '--url', url], { env })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    await new Promise<void>((resolve) => child.stderr.once('data', () => resolve()))
    await json(url, 'trigger', 'unbanned', '--external', 'user-3')
    expect(await ended).toBe(0)
    const heard = out.trimEnd().split('\n')
    const both = { verified: true, by: ['v1', 'v1a'], event: { account: { externalId: 'user-3' } } }
    const types = heard.map((one) => JSON.parse(one)).filter(({ again }) => !again)
    expect(types.map(({ event }) => event.type)).toEqual(['account.banned', 'account.unbanned'])
    for (const one of types) expect(one).toMatchObject(both)
    const { keys } = await json(url, 'keys', '--show')
    const headers = { authorization: `Bearer ${keys[0].key}` }
    expect(await (await fetch(`${url}/v1/webhook-endpoints`, { headers })).json()).toEqual({ endpoints: [] })
  })

  it('finds the keys in its data folder, which nobody else may read', async () => {
    const { dataFolder, keys } = await json(url, 'keys', '--show')
    const kept = JSON.parse(readFileSync(`${dataFolder}/sandbox.json`, 'utf8'))
    expect(keys).toEqual([
      { of: 'platform', key: kept.platformKey },
      { of: 'operator', key: kept.operatorKey },
    ])
    expect((await json(url, 'dead-letters')).queues.length).toBeGreaterThan(3)
  })
})

describe('npx', () => {
  it('finds it without a network, and hands its flags on', async () => {
    const options = { cwd: pathOf('.'), env: { ...env, npm_config_offline: 'true' } }
    const { stdout } = await promisify(execFile)('npx', ['shiming', 'keys', 'make', 'platform', '--json'], options)
    expect(JSON.parse(stdout)).toMatchObject({ of: 'platform', key: expect.stringMatching(/^smk_/) })
  })
})
