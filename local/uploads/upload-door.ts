import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Activity } from '../activity.ts'
import type { RawAnswer } from '../aws-json.ts'
import type { Faults } from '../faults.ts'
import type { Answering } from '../front.ts'
import { answeringBy } from '../http-api/answering.ts'
import { s3Document, s3Error } from '../proxy/aws-answer.ts'
import { BUCKETS_PATH, type BucketSpec, bucketUrl } from '../template/buckets.ts'
import { type Asked, bucketPreflight, corsOf } from './bucket-cors.ts'
import { accessDenied, PostRefusal } from './post-refusal.ts'
import { type Taken, type TakingDeps, takePost } from './take-post.ts'

type Options = TakingDeps & {
  buckets: readonly BucketSpec[]
  /** The address of the engine. */
  url: string
  faults: Faults
  activity: Activity
}

const EMPTY = Buffer.alloc(0)

/** 201 has a document, 200 and 204 have none; anything else the form asks for counts as 204. */
const takenAnswer = ({ key, etag, status }: Taken, bucket: string, url: string): RawAnswer => {
  const location = `${bucketUrl(url, bucket)}/${encodeURIComponent(key)}`
  const headers = { etag: `"${etag}"`, location }
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers, body: EMPTY }
  const body = s3Document('PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: `"${etag}"` })
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body }
}

/** Whoever sends is shown no answer before all is sent. */
const toTheEnd = async (request: IncomingMessage): Promise<void> => {
  if (request.readableEnded || request.destroyed) return
  const { promise, resolve } = Promise.withResolvers<void>()
  request.on('end', resolve).on('close', resolve)
  request.unpipe()
  request.resume()
  await promise
}

/** What `run` answers, or S3's words for why it is refused. */
const tellRefusal = async (request: IncomingMessage, run: () => Promise<RawAnswer>): Promise<RawAnswer> => {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof PostRefusal)) throw error
    await toTheEnd(request)
    return s3Error(error.code, error.message, error.status, error.more)
  }
}

/** Whether a request is for a bucket, and not for what the engine runs. */
export const isForBucket = ({ url = '' }: IncomingMessage): boolean => url.startsWith(BUCKETS_PATH)

/** What S3 answers to browsers: a form that is posted to a bucket is taken there, if its policy allows that. */
export const uploadDoor = (options: Options): Answering => {
  const { buckets, url } = options

  const answer = async (request: IncomingMessage, asked: Asked, bucket: BucketSpec): Promise<RawAnswer> => {
    if (asked.method === 'OPTIONS') {
      return { status: 200, headers: Object.fromEntries(bucketPreflight(bucket.cors, asked)), body: EMPTY }
    }
    // Nobody reads, lists or deletes without a signature, and those that sign call elsewhere.
    if (asked.method !== 'POST') throw accessDenied('Access Denied')
    const taken = await takePost(options, bucket, request)
    return takenAnswer(taken, bucket.nameOnAws, url)
  }

  return answeringBy(options, async (request, path) => {
    const asked = { method: request.method ?? '', headers: request.headers }
    const name = path.slice(BUCKETS_PATH.length).replace(/\/$/, '')
    const bucket = buckets.find(({ nameOnAws }) => nameOnAws === name)
    const { status, headers, body } = await tellRefusal(request, async () => {
      if (!bucket)
        throw new PostRefusal('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: name })
      return answer(request, asked, bucket)
    })
    const shown = corsOf(bucket?.cors ?? [], asked)
    return { status, headers: [['x-amz-request-id', randomUUID()], ...Object.entries(headers), ...shown], body }
  })
}
