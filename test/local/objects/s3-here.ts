import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { S3Client } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import { activityCounter } from '../../../local/activity.ts'
import { loadClock } from '../../../local/clock.ts'
import { openDataFolder } from '../../../local/data-folder.ts'
import { faultRules } from '../../../local/faults.ts'
import { frontServer } from '../../../local/front.ts'
import { credentialsOf } from '../../../local/functions/credentials.ts'
import { close, listen } from '../../../local/listen.ts'
import { type ObjectServer, startObjectServer } from '../../../local/objects/object-server.ts'
import { wireCall } from '../../../local/proxy/call.ts'
import { type QueueEmulator, startQueueEmulator } from '../../../local/queues/emulator.ts'
import type { BucketSpec } from '../../../local/template/buckets.ts'
import { uploadDoor } from '../../../local/uploads/upload-door.ts'

export const bucket: BucketSpec = {
  name: 'intake',
  nameOnAws: 'intake-on-aws',
  arn: 'arn:aws:s3:::intake-on-aws',
  region: 'us-east-1',
  domain: 'intake-on-aws.s3.us-east-1.amazonaws.com',
  cors: [],
  notifications: [],
  keyArn: undefined,
}

/** Who may sign: a worker of a function. */
export const signer = credentialsOf('opener.1')

/** The engine's S3 on a folder of its own: for the SDK at one address, for browsers at another. */
export const s3Here = async () => {
  const data = openDataFolder()
  const clock = loadClock(data)
  const faults: unknown[] = []
  const fault = (error: unknown) => faults.push(error)
  let emulator: QueueEmulator
  let server: ObjectServer
  /** As an engine starts it, on what is in the folder. */
  const start = async (): Promise<void> => {
    emulator = startQueueEmulator({ clock, objects: data.objects }, fault)
    server = await startObjectServer([bucket], emulator)
  }
  await start()
  const forFunctions = createServer(async (from, to) => {
    const body = await buffer(from)
    const call = wireCall(from.headers, body, { method: from.method ?? '', path: from.url ?? '' })
    const answer = call && (await server.call(call))
    to.writeHead(answer?.status ?? 501, answer?.headers).end(answer?.body)
  })
  const door = uploadDoor({
    buckets: [bucket],
    objects: { put: (...of) => server.put(...of) },
    url: 'http://127.0.0.1',
    credentialsOf: (accessKeyId) => (accessKeyId === signer.accessKeyId ? signer : undefined),
    objection: () => undefined,
    tell: async () => {},
    faults: faultRules(),
    activity: activityCounter(),
    clock,
  })
  const forBrowsers = frontServer(door, fault)
  const endpoint = `http://127.0.0.1:${await listen(forFunctions, 0)}`
  return {
    clock,
    client: new S3Client({ endpoint, region: bucket.region, credentials: signer }),
    url: `http://127.0.0.1:${await listen(forBrowsers, 0)}/_s3/${bucket.nameOnAws}`,
    files: () => server.files(bucket.nameOnAws),
    clear: () => server.clear(),
    startAgain: async () => {
      await emulator.stop()
      await start()
    },
    stop: async () => {
      await Promise.all([close(forFunctions), close(forBrowsers)])
      await emulator.stop()
      data.release()
      expect(faults).toEqual([])
    },
  }
}
