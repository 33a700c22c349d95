import type { World } from './world.ts'

/** A bucket of S3. Its lock, versions and encryption are AWS's alone. */
export type BucketSpec = { name: string; nameOnAws: string }

/** Every bucket of the templates. */
export const readBuckets = (world: World): BucketSpec[] =>
  world.ofType('AWS::S3::Bucket').map(({ label, name }) => ({ name: label, nameOnAws: name }))
