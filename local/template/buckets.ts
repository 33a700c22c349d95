import * as z from 'zod/mini'
import { bucketDomain } from './names.ts'
import { type NotificationSpec, notification, readNotifying, toldOf } from './notifying.ts'
import type { World } from './world.ts'

/** Pages of which origins may call a bucket from a browser, by which methods, and what they are shown. */
export type BucketCors = {
  origins: readonly string[]
  methods: readonly string[]
  headers: readonly string[]
  exposed: readonly string[]
  maxAgeSeconds: number | undefined
}

/** A bucket of S3. Its lock, versions, end of life and encryption itself are AWS's alone. */
export type BucketSpec = {
  name: string
  nameOnAws: string
  arn: string
  region: string
  /** The host under which AWS has it. */
  domain: string
  cors: readonly BucketCors[]
  notifications: readonly NotificationSpec[]
  /** ARN of the KMS key that S3 uses for every file of it, in the name of whoever puts or reads one; undefined for S3's own keys. */
  keyArn: string | undefined
}

/** What the paths of buckets begin with on this machine. */
export const BUCKETS_PATH = '/_s3/'

/** The address of a bucket on this machine. */
export const bucketUrl = (publicUrl: string, nameOnAws: string): string => `${publicUrl}${BUCKETS_PATH}${nameOnAws}`

const texts = z._default(z.array(z.string()), [])

const bucket = z.object({
  BucketEncryption: z.optional(
    z.object({
      ServerSideEncryptionConfiguration: z.tuple([
        z.object({ ServerSideEncryptionByDefault: z.object({ KMSMasterKeyID: z.optional(z.string()) }) }),
      ]),
    }),
  ),
  CorsConfiguration: z.optional(
    z.object({
      CorsRules: z.array(
        z.strictObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: texts,
          ExposedHeaders: texts,
          MaxAge: z.optional(z.number()),
        }),
      ),
    }),
  ),
  NotificationConfiguration: z.optional(notification),
})

type Read = z.output<typeof bucket>

const corsIn = ({ CorsConfiguration }: Read): BucketCors[] =>
  (CorsConfiguration?.CorsRules ?? []).map((rule) => ({
    origins: rule.AllowedOrigins,
    methods: rule.AllowedMethods,
    headers: rule.AllowedHeaders,
    exposed: rule.ExposedHeaders,
    maxAgeSeconds: rule.MaxAge,
  }))

const keyIn = ({ BucketEncryption }: Read): string | undefined =>
  BucketEncryption?.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID

/** The buckets for pages of an engine's own address, in the place of the one the templates were synthesized with. */
export const forPagesHere = (
  buckets: readonly BucketSpec[],
  synthesized: string | undefined,
  publicUrl: string,
): BucketSpec[] => {
  const moved = (origin: string): string => (origin === synthesized ? publicUrl : origin)
  return buckets.map((one) => ({
    ...one,
    cors: one.cors.map((rule) => ({ ...rule, origins: rule.origins.map(moved) })),
  }))
}

/** Every bucket of the templates. Throws TemplateError for one that tells a queue which does not take that from it. */
export const readBuckets = (world: World): BucketSpec[] => {
  const assertTold = readNotifying(world)
  return world.ofType('AWS::S3::Bucket').map((resource) => {
    const read = world.read(resource, bucket)
    const notifications = toldOf(read.NotificationConfiguration)
    for (const { queueArn } of notifications) assertTold(resource, queueArn)
    return {
      name: resource.label,
      nameOnAws: resource.name,
      arn: resource.arn,
      region: resource.stack.region,
      domain: bucketDomain(resource.name, resource.stack.region),
      cors: corsIn(read),
      notifications,
      keyArn: keyIn(read),
    }
  })
}
