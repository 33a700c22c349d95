import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appealRoute } from '../../functions/account/appeal.route.ts'
import { messageRoute } from '../../functions/messaging/read.route.ts'
import type { Route } from '../../shared/http/route.ts'
import type { Credential } from '../flows/callers/credentials.ts'
import { attack } from './attack.ts'
import { logsIn } from './logs.ts'
import type { Stage } from './stage.ts'

const session: Credential = { name: 'a good session', proof: 'session', text: 'session-token', isGood: true }

const text = '请先登录。'
const PROBLEM = { type: 'urn:shiming:problem:unauthenticated', title: text, detail: text, status: 401, requestId: 'r' }

/** As every route for sessions refuses whoever has none. */
const refusal: Answer = { status: 401, body: JSON.stringify({ ...PROBLEM, code: 'unauthenticated' }) }

type Answer = { status: number; body?: string; cpu?: number; log?: string }

describe('an attack on a service with a fault', () => {
  let folder: string
  let server: Server | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shiming-attack-'))
  })
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    rmSync(folder, { recursive: true })
  })

  /** A service that refuses everything, but for what `answer` says. */
  const attacked = async (route: Route, answer: (target: string, body: string) => Answer | undefined) => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      const {
        status,
        body = '',
        cpu = 1,
        log = '{}',
      } = answer(request.url ?? '', String(Buffer.concat(parts))) ?? refusal
      appendFileSync(join(folder, `${route.fn}.log`), `${log}\n`)
      response
        .writeHead(status, { 'server-timing': `cpu;dur=${cpu}`, 'content-type': 'application/problem+json' })
        .end(body)
    })
    const port = await new Promise<number>((resolve) => {
      server?.listen(0, '127.0.0.1', () => resolve(Object(server?.address()).port))
    })
    const engine = { url: `http://127.0.0.1:${port}`, logFolder: folder }
    const stage = { engine, credentials: [session], samples: {} } as unknown as Stage
    return attack(stage, logsIn(folder), route, { inputs: 400, seed: 1 })
  }

  it('finds none where there is none', async () => {
    const { inputs, found, statuses } = await attacked(appealRoute, () => undefined)
    expect({ inputs, found }).toEqual({ inputs: 400, found: undefined })
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([401]))
  })

  it('shows the smallest request that is answered with a fault', async () => {
    const { found } = await attacked(appealRoute, (_target, body) =>
      body.includes('\\udc00') ? { status: 500 } : undefined,
    )
    expect(found?.faults).toEqual([expect.stringContaining('status 500')])
    expect(found?.line).toContain("curl -X POST 'http://127.0.0.1")
    expect(found?.line).toContain('\\udc00')
    expect(found?.line.length).toBeLessThan(300)
  })

  it.each<[string, Answer]>([
    ['costs too much', { ...refusal, cpu: 1500 }],
    ['is described otherwise', { ...refusal, status: 418 }],
    ['is too large', { status: 200, body: 'x'.repeat(70_000) }],
    ['leaves an ERROR line', { ...refusal, log: '{"level":"ERROR","message":"fault"}' }],
    ['tells a log who asked', { ...refusal, log: '{"bearer":"session-token"}' }],
  ])('finds what %s', async (_name, answer) => {
    const { found } = await attacked(messageRoute, (target) => (target.includes('%00') ? answer : undefined))
    expect(found?.line).toContain('%00')
  })
})
