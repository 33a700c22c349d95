import { ArnFormat, Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { UPLOADED } from '../../functions/material/file-names.ts'
import { bucketKey } from '../constructs/bucket-key.ts'
import type { Site } from '../site.ts'

/** Where files are uploaded to, and where they are kept once they were looked at and sealed. */
export type MaterialBuckets = { intake: Bucket; intakeKey: Key; materials: Bucket }

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  // What is erased is gone.
  versioned: false,
} as const

/** Whoever looks at an access log of either learns of ids of files and no more than our own log says. */
const acknowledgeUnlogged = (bucket: Bucket): void =>
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Functions of ours alone read it, and the log says of each file what they did; CloudTrail tells who else came by.',
  })

/**
 * Named here and not by CloudFormation, so that the queue's policy can say whose messages it takes before there is a bucket: one that may
 * not tell its queue is not made.
 */
const intakeName = (stack: Stack, { name }: Site): string => `${name('intake')}-${stack.account}-${stack.region}`

/** A day is long enough for a file to be taken in, however often that fails, and short enough for one that nobody asks for. */
const LIFE = Duration.days(1)

const intakeBucket = (stack: Stack, site: Site, encryptionKey: Key): Bucket =>
  new Bucket(stack, 'Intake', {
    ...closed,
    bucketName: intakeName(stack, site),
    // Nothing in it is worth keeping, and CloudFormation deletes no bucket that has files in it.
    removalPolicy: RemovalPolicy.DESTROY,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    lifecycleRules: [{ expiration: LIFE, abortIncompleteMultipartUploadAfter: LIFE }],
    cors: [
      {
        allowedMethods: [HttpMethods.POST],
        allowedOrigins: [new URL(site.config.publicUrl).origin],
        allowedHeaders: ['content-type'],
        maxAge: 600,
      },
    ],
  })

/** S3 sends to the queue what is posted, of that bucket of this account alone; the bucket is made after the queue takes that. */
const tellUploads = (stack: Stack, site: Site, bucket: Bucket, queue: Queue): void => {
  const bucketArn = stack.formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: intakeName(stack, site),
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  })
  const { policyDependable } = queue.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': bucketArn },
        StringEquals: { 'aws:SourceAccount': stack.account },
      },
    }),
  )
  const made = bucket.node.defaultChild as CfnBucket
  // Not by the construct of the CDK for it: that brings a function of its own into every deployment, which may change any bucket.
  made.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:Post',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: UPLOADED }] } },
      },
    ],
  }
  if (policyDependable) bucket.node.addDependency(policyDependable)
}

/**
 * Pictures of people's papers come into the one as they are, under a key that only those functions may have used that let them be uploaded and
 * take them in. Into the other they come sealed already, each under a key of its own, so that S3's own encryption is enough there.
 */
export const materialBuckets = (stack: Stack, site: Site, queue: Queue): MaterialBuckets => {
  const users = { put: ({ uploads = false }) => uploads, read: ({ intake = false }) => intake }
  const intakeKey = bucketKey(stack, 'IntakeKey', site, users, 'Encrypts what people upload until it is taken in')
  const intake = intakeBucket(stack, site, intakeKey)
  tellUploads(stack, site, intake, queue)
  const materials = new Bucket(stack, 'Materials', {
    ...closed,
    removalPolicy: site.config.stage === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: LIFE }],
  })
  for (const bucket of [intake, materials]) acknowledgeUnlogged(bucket)
  return { intake, intakeKey, materials }
}
