import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Objects } from './objects.ts'

/** S3 says by these that the name was taken, or is being taken by somebody else at this very moment. */
const TAKEN = new Set(['PreconditionFailed', 'ConditionalRequestConflict'])

/** Files in a bucket of S3. */
export const s3Objects = ({ client, bucket }: { client: S3Client; bucket: string }): Objects => ({
  async putNew(name, text) {
    const object = { Bucket: bucket, Key: name, Body: text, ContentType: 'application/jsonl' }
    try {
      await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }))
      return 'stored'
    } catch (error) {
      if (error instanceof S3ServiceException && TAKEN.has(error.name)) return 'exists'
      throw error
    }
  },
  async get(name) {
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }))
      return await found.Body?.transformToString('utf-8')
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  },
  async names(prefix) {
    const names: string[] = []
    let after: string | undefined
    do {
      const asked = { Bucket: bucket, Prefix: prefix, ContinuationToken: after }
      const page = await client.send(new ListObjectsV2Command(asked))
      names.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []))
      after = page.NextContinuationToken
    } while (after !== undefined)
    return names
  },
})
