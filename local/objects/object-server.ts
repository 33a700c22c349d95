import { sendRaw } from '../aws-json.ts'
import { s3Error } from '../proxy/aws-answer.ts'
import type { WireCall } from '../proxy/call.ts'
import type { Backend } from '../proxy/proxy.ts'
import type { QueueEmulator } from '../queues/emulator.ts'
import type { BucketSpec } from '../template/buckets.ts'

/** S3 on this machine, whose files are in the data folder. */
export type ObjectServer = {
  call: Backend
  /** Puts a file in the engine's own name; answers its etag, without quotation marks. Buckets are named as on AWS. */
  put(bucket: string, key: string, bytes: Buffer, type: string): Promise<string>
  /** Every file of a bucket, by name. */
  files(bucket: string): Promise<Record<string, Buffer>>
  /** Empties every bucket. */
  clear(): Promise<void>
}

const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=engine/20260101/us-east-1/s3/aws4_request' }

const pathOf = (bucket: string, key: string): string => `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`

const keysIn = (xml: string): string[] => [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key)

/** What the next page of a list is asked for by; empty for the last. */
const nextIn = (xml: string): string => /<NextContinuationToken>([^<]*)</.exec(xml)?.[1] ?? ''

const isTaken = async (port: number, { rest }: WireCall): Promise<boolean> =>
  (await sendRaw({ port, headers, body: '', method: 'HEAD', path: rest?.path ?? '/' })).status === 200

/** The emulator puts whatever comes: that a name is only taken once is seen to here, one put after the other. */
const conditional = (port: number) => {
  let before: Promise<unknown> = Promise.resolve()
  return async (call: WireCall) => {
    const { 'if-none-match': onlyNew, ...passed } = call.headers
    const put = async () => {
      if (onlyNew !== undefined && (await isTaken(port, call)))
        return s3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412)
      return sendRaw({ port, headers: passed, body: call.body, ...call.rest })
    }
    const done = before.then(put)
    before = done.catch(() => {})
    return done
  }
}

/** Starts S3 with these buckets; what was in them is in them still. */
export const startObjectServer = async (
  specs: readonly Pick<BucketSpec, 'nameOnAws'>[],
  emulator: QueueEmulator,
): Promise<ObjectServer> => {
  const port = await emulator.startObjects(specs.map(({ nameOnAws }) => nameOnAws))
  const get = (path: string) => sendRaw({ port, headers, body: '', method: 'GET', path })
  const put = conditional(port)
  const keysOf = async (bucket: string): Promise<string[]> => {
    const keys: string[] = []
    let behind = ''
    do {
      const page = (
        await get(`/${bucket}?list-type=2&continuation-token=${encodeURIComponent(behind)}`)
      ).body.toString()
      keys.push(...keysIn(page))
      behind = nextIn(page)
    } while (behind !== '')
    return keys
  }
  return {
    call: (call) =>
      call.operation === 'PutObject'
        ? put(call)
        : sendRaw({ port, headers: call.headers, body: call.body, ...call.rest }),
    put: async (bucket, key, bytes, type) => {
      const sent = { port, headers: { ...headers, 'content-type': type }, body: bytes }
      const answer = await sendRaw({ ...sent, method: 'PUT', path: pathOf(bucket, key) })
      if (answer.status !== 200) throw new Error(`s3 PutObject: ${answer.status} ${answer.body.toString()}`)
      return answer.headers.etag?.replaceAll('"', '') ?? ''
    },
    files: async (bucket) => {
      const listed = await keysOf(bucket)
      const read = listed.map(async (key) => [key, (await get(pathOf(bucket, key))).body] as const)
      return Object.fromEntries(await Promise.all(read))
    },
    clear: () => emulator.emptyObjects(specs.map(({ nameOnAws }) => nameOnAws)),
  }
}
