import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadClock } from '../../../local/clock.ts'
import { openDataFolder } from '../../../local/data-folder.ts'
import { close, listen } from '../../../local/listen.ts'
import { type ObjectServer, startObjectServer } from '../../../local/objects/object-server.ts'
import { wireCall } from '../../../local/proxy/call.ts'
import { type QueueEmulator, startQueueEmulator } from '../../../local/queues/emulator.ts'
import type { Objects } from '../../../shared/objects/objects.ts'
import { s3Objects } from '../../../shared/objects/s3.ts'

const BUCKET = { name: 'roots', nameOnAws: 'roots-on-aws' }

/** One page of a list has a thousand. */
const MANY = 1003

const data = openDataFolder()
const faults: unknown[] = []
let emulator: QueueEmulator
let server: ObjectServer
let door: Server
let objects: Objects

/** As an engine starts it, on what is in the folder. */
const started = async (): Promise<void> => {
  emulator = startQueueEmulator({ clock: loadClock(data), objects: data.objects }, (error) => faults.push(error))
  server = await startObjectServer([BUCKET], emulator)
}

beforeAll(async () => {
  await started()
  door = createServer(async (from, to) => {
    const body = await buffer(from)
    const call = wireCall(from.headers, body, { method: from.method ?? '', path: from.url ?? '' })
    const answer = call && (await server.call(call))
    to.writeHead(answer?.status ?? 501, answer?.headers).end(answer?.body)
  })
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${await listen(door, 0)}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  objects = s3Objects({ client, bucket: BUCKET.nameOnAws })
})
afterAll(async () => {
  await close(door)
  await emulator.stop()
  data.release()
  expect(faults).toEqual([])
})

describe('M3 files on this machine', () => {
  it('are put once: who comes second is told, and changes nothing', async () => {
    const names = ['roots/20261120.jsonl', 'roots/20261120.jsonl']
    const put = await Promise.all(names.map((name, at) => objects.putNew(name, `第${at}`)))
    expect(put.toSorted()).toEqual(['exists', 'stored'])
    expect(await objects.get('roots/20261120.jsonl')).toBe(`第${put.indexOf('stored')}`)
    expect(await objects.get('roots/20261121.jsonl')).toBeUndefined()
  })

  it('are all listed, in order, however many pages that takes', async () => {
    const names = Array.from({ length: MANY }, (_none, at) => `many/${String(at).padStart(5, '0')}`)
    for (const name of names.toReversed()) await objects.putNew(name, name)
    expect(await objects.names('many/')).toEqual(names)
    expect(await objects.names('roots/')).toEqual(['roots/20261120.jsonl'])
    expect(Object.keys((await server.files())[BUCKET.name] ?? {})).toHaveLength(MANY + 1)
  })

  it('are there for the next engine, and taken for it as well', async () => {
    const before = await server.files()
    await emulator.stop()
    await started()
    expect(await server.files()).toEqual(before)
    expect(await objects.putNew('roots/20261120.jsonl', 'another')).toBe('exists')
  })

  it('are gone when everything is cleared', async () => {
    await server.clear()
    expect(await server.files()).toEqual({ [BUCKET.name]: {} })
    expect(await objects.names('')).toEqual([])
  })
})
