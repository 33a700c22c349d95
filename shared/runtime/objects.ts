import type { Objects } from '../objects/objects.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

const open = async (variable: string): Promise<Objects> => {
  const [{ S3Client }, { s3Objects }] = await Promise.all([import('@aws-sdk/client-s3'), import('../objects/s3.ts')])
  return s3Objects({ client: new S3Client(client), bucket: env(variable) })
}

/** The bucket that an environment variable names. S3's client is large: it is loaded with the first file. */
export const objectsNamed = (variable: string): Objects => {
  let bucket: Promise<Objects> | undefined
  const opening = () => {
    bucket ??= open(variable)
    return bucket
  }
  return {
    putNew: async (...of) => (await opening()).putNew(...of),
    get: async (name) => (await opening()).get(name),
    names: async (prefix) => (await opening()).names(prefix),
  }
}
