import { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import * as z from 'zod/mini'
import { credentialsOf } from '../../../local/functions/credentials.ts'
import { formOf } from '../../shared/objects/post-form.ts'
import type { Instance } from '../fixture/instance.ts'

export const BUCKET = 'fixture-sandbox-intake-000000000000'

/** How many bytes the function `store` allows. */
export const LEAST = 10
export const MOST = 1000

const upload = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) })
type Upload = z.output<typeof upload>

export const bytes = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_none, at) => at % 256)

const DAY_SECONDS = 86_400

type Answered = { status: number; headers: Headers; text: string }

/** The status of an answer, and what S3 calls it. */
export const refusal = ({ status, text }: Pick<Answered, 'status' | 'text'>): string =>
  `${status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1]}: ${/<Message>(.*)<\/Message>/.exec(text)?.[1]}`

const sent = async (url: string, init: RequestInit): Promise<Answered> => {
  const answer = await fetch(url, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** How tests post to the bucket of an instance. */
export const postingTo = (local: Instance) => ({
  /** What a function signs, under its role. */
  allowed: async (name: string, fn: 'store' | 'limited' = 'store'): Promise<Upload> =>
    upload.parse((await local[fn](`allow=${encodeURIComponent(name)}`)).result),
  /** What the SDK signs as that function, of whatever terms; it knows nothing of the engine's clock, which may be ahead by days. */
  signedBySdk: async (Key: string, more: Pick<PresignedPostOptions, 'Fields' | 'Conditions'> = {}): Promise<Upload> => {
    const client = new S3Client({ region: 'us-east-1', credentials: credentialsOf('store.1') })
    const { fields } = await createPresignedPost(client, { Bucket: BUCKET, Key, Expires: 30 * DAY_SECONDS, ...more })
    return { url: `${local.engine.url}/_s3/${BUCKET}`, fields }
  },
  post: (to: Upload, file: Uint8Array = bytes(LEAST), headers: Record<string, string> = {}): Promise<Answered> =>
    sent(to.url, { method: 'POST', body: formOf(to, file), headers }),
  /** Sends these very bytes. */
  postRaw: (body: Uint8Array<ArrayBuffer> | string, type?: string): Promise<Answered> =>
    sent(`${local.engine.url}/_s3/${BUCKET}`, {
      method: 'POST',
      body: Buffer.from(body),
      headers: type === undefined ? {} : { 'content-type': type },
    }),
  /** What S3 knows of a file; undefined where there is none. */
  found: async (name: string): Promise<unknown> =>
    Object((await local.store(`headFile=${encodeURIComponent(name)}`)).result).found,
  /** What S3 has told so far of files of that key. */
  events: (key: string): Record<string, unknown>[] =>
    local.engine.dumps
      .queues()
      .filter(({ queue }) => queue === 'posted')
      .flatMap(({ body }) => JSON.parse(body).Records)
      .filter((record) => record.s3.object.key === key),
})
