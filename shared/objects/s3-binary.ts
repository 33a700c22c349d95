import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { type BinaryObjects, TooBig } from './binary.ts'

/** S3 says by these that there is no such file, or that it is another by now. It says so only to who may list the bucket. */
const GONE = new Set(['NoSuchKey', 'NotFound', 'PreconditionFailed'])

const lookFor = async <T>(run: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.has(error.name)) return undefined
    throw error
  }
}

/** On the wire an etag stands in quotation marks; in an event of S3 it does not. */
const bare = (etag = ''): string => etag.replaceAll('"', '')

const timeOf = (at: Date | undefined): number => at?.getTime() ?? Number.NaN

/** Files of bytes in a bucket of S3. */
export const s3Binary = ({ client, bucket: Bucket }: { client: S3Client; bucket: string }): BinaryObjects => ({
  async put(Key, Body, ContentType) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))
  },
  get: (Key, etag, most = Number.POSITIVE_INFINITY) =>
    lookFor(async () => {
      const IfMatch = etag === undefined ? undefined : `"${etag}"`
      const {
        Body,
        ETag,
        LastModified,
        ContentLength = 0,
      } = await client.send(new GetObjectCommand({ Bucket, Key, IfMatch }))
      if (ContentLength > most) {
        // Nobody reads it, and the connection would wait for that.
        if (Body && 'destroy' in Body) Body.destroy()
        throw new TooBig()
      }
      return {
        bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(),
        etag: bare(ETag),
        at: timeOf(LastModified),
      }
    }),
  head: (Key) =>
    lookFor(async () => {
      const { ETag, ContentLength = 0, LastModified } = await client.send(new HeadObjectCommand({ Bucket, Key }))
      return { etag: bare(ETag), size: ContentLength, at: timeOf(LastModified) }
    }),
  async remove(Key) {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  },
})
