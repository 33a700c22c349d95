import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendRaw } from '../../../local/aws-json.ts'
import { openDataFolder } from '../../../local/data-folder.ts'
import { close, listen } from '../../../local/listen.ts'
import { dynoxide } from '../../shared/table/dynoxide.ts'
import { instance } from '../fixture/instance.ts'

const keyIn = (authorization = ''): string => /Credential=([^/]*)\//.exec(authorization)?.[1] ?? ''

/**
 * What DynamoDB Local does and the emulator of the packages does not: it takes keys of letters and digits only, and, unless it was
 * started with -sharedDb, keeps the tables of each key apart. Behind it stands an emulator for each key.
 */
const likeDynamoDbLocal = async (isShared: boolean) => {
  const behind = new Map<string, Awaited<ReturnType<typeof dynoxide>>>()
  const server: Server = createServer(async (request, response) => {
    const key = keyIn(request.headers.authorization)
    if (!/^[A-Za-z0-9]+$/.test(key)) {
      response.writeHead(400).end('{"__type":"com.amazonaws.dynamodb.v20120810#UnrecognizedClientException"}')
      return
    }
    const name = isShared ? 'shared' : key
    const own = behind.get(name) ?? (await dynoxide())
    behind.set(name, own)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([one, value]) => [one, String(value)]))
    const answer = await sendRaw({ port: own.port, headers, body: await buffer(request) })
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body)
  })
  const port = await listen(server, 0)
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await close(server)
      await Promise.all([...behind.values()].map((one) => one.stop()))
    },
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'shiming-by-hand-'))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(scratch, { recursive: true }))

describe('a DynamoDB that somebody started', () => {
  let started: Awaited<ReturnType<typeof likeDynamoDbLocal>>
  beforeAll(async () => {
    started = await likeDynamoDbLocal(false)
  })
  afterAll(() => started.stop())

  it('keeps the tables of a folder over a stop, and those of others apart', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', started.url)
    const mine = join(scratch, 'mine')
    const first = await instance({ data: openDataFolder(mine) })
    expect(await first.store('put=kept')).toMatchObject({ ok: true })
    await first.stop()

    const other = await instance()
    expect((await other.engine.dumps.tables())['data-Table1']).toEqual([])
    await other.stop()

    const again = await instance({ data: openDataFolder(mine) })
    expect((await again.engine.dumps.tables())['data-Table1']).toHaveLength(1)
    await again.engine.restart()
    expect((await again.engine.dumps.tables())['data-Table1']).toHaveLength(1)
    await again.stop()
  })

  it('that keeps all tables together is refused to a second folder, and not to the first', async () => {
    const shared = await likeDynamoDbLocal(true)
    vi.stubEnv('DYNAMODB_ENDPOINT', shared.url)
    const mine = join(scratch, 'first')
    await (await instance({ data: openDataFolder(mine) })).stop()
    await expect(instance()).rejects.toThrow(
      `the DynamoDB at ${shared.url} holds tables of another data folder: choose that folder with --data, or start DynamoDB Local anew, without -sharedDb, so that each folder has tables of its own`,
    )
    await (await instance({ data: openDataFolder(mine) })).stop()
    await shared.stop()
  })

  it('that does not answer is told with its address', async () => {
    vi.stubEnv('DYNAMODB_ENDPOINT', 'http://127.0.0.1:9')
    await expect(instance()).rejects.toThrow(
      'what is at DYNAMODB_ENDPOINT=http://127.0.0.1:9 does not answer as DynamoDB does: connect ECONNREFUSED 127.0.0.1:9',
    )
  })
})
