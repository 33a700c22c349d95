import { sendRaw } from '../aws-json.ts'
import { s3Error } from '../proxy/aws-answer.ts'
import type { WireCall } from '../proxy/call.ts'
import type { Backend } from '../proxy/proxy.ts'
import type { QueueEmulator } from '../queues/emulator.ts'
import type { BucketSpec } from '../template/buckets.ts'

/** S3 on this machine, whose files are in the data folder. */
export type ObjectServer = {
  call: Backend
  /** Every file of every bucket, by bucket and name. */
  files(): Promise<Record<string, Record<string, string>>>
  /** Empties every bucket. */
  clear(): Promise<void>
}

const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=engine/20260101/us-east-1/s3/aws4_request' }

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
  specs: readonly BucketSpec[],
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
  const filesOf = async (bucket: string): Promise<Record<string, string>> => {
    const listed = await keysOf(bucket)
    const texts = await Promise.all(
      listed.map(async (key) => [key, (await get(`/${bucket}/${key}`)).body.toString()] as const),
    )
    return Object.fromEntries(texts)
  }
  return {
    call: (call) =>
      call.operation === 'PutObject'
        ? put(call)
        : sendRaw({ port, headers: call.headers, body: call.body, ...call.rest }),
    files: async () =>
      Object.fromEntries(
        await Promise.all(specs.map(async ({ name, nameOnAws }) => [name, await filesOf(nameOnAws)] as const)),
      ),
    clear: () => emulator.emptyObjects(specs.map(({ nameOnAws }) => nameOnAws)),
  }
}
