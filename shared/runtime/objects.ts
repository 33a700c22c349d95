import type { S3Client } from '@aws-sdk/client-s3'
import { atFirstUse } from '../kernel/at-first-use.ts'
import type { BinaryObjects, Uploads } from '../objects/binary.ts'
import type { Objects } from '../objects/objects.ts'
import { s3Uploads } from '../objects/s3-uploads.ts'
import { client } from './aws.ts'
import { clock, env, optionalEnv } from './environment.ts'

type Bucket = { client: S3Client; bucket: string }

/** S3's client is large: it is loaded with the first file. */
const openedAtFirst = <T>(variable: string, open: (bucket: Bucket) => Promise<T>): (() => Promise<T>) =>
  atFirstUse(async () => {
    const { S3Client } = await import('@aws-sdk/client-s3')
    return open({ client: new S3Client(client), bucket: env(variable) })
  })

/** The bucket of texts that an environment variable names. */
export const objectsNamed = (variable: string): Objects => {
  const opened = openedAtFirst(variable, async (bucket) => (await import('../objects/s3.ts')).s3Objects(bucket))
  return {
    putNew: async (...of) => (await opened()).putNew(...of),
    get: async (name) => (await opened()).get(name),
    names: async (prefix) => (await opened()).names(prefix),
  }
}

/** The bucket of files that an environment variable names. */
export const filesNamed = (variable: string): BinaryObjects => {
  const opened = openedAtFirst(variable, async (bucket) => (await import('../objects/s3-binary.ts')).s3Binary(bucket))
  return {
    put: async (...of) => (await opened()).put(...of),
    get: async (...of) => (await opened()).get(...of),
    head: async (name) => (await opened()).head(name),
    remove: async (name) => (await opened()).remove(name),
  }
}

/** Uploads into the bucket that an environment variable names, at the address in UPLOADS_URL, under the function's own role. */
export const uploadsNamed = (variable: string): Uploads =>
  s3Uploads({
    url: env('UPLOADS_URL'),
    bucket: env(variable),
    region: env('AWS_REGION'),
    signer: () => ({
      accessKeyId: env('AWS_ACCESS_KEY_ID'),
      secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
      sessionToken: optionalEnv('AWS_SESSION_TOKEN'),
    }),
    clock,
  })
