import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { keyPolicy } from '../constructs/key-policy.ts'
import type { Site } from '../site.ts'

/** Signs the roots of the audit's days, and where they are kept. */
export type AuditRoots = { signingKey: Key; bucket: Bucket }

/**
 * In production nobody can delete or replace a root before its time is over, whoever they are; a sandbox may be torn down the next day.
 */
const lock = ({ config }: Site): ObjectLockRetention =>
  config.stage === 'production'
    ? ObjectLockRetention.compliance(Duration.days(config.auditRootDays))
    : ObjectLockRetention.governance(Duration.days(1))

/** The key that signs a day's root and nothing else, and the bucket of roots, which no role may delete from. */
export const auditRoots = (scope: Construct, site: Site): AuditRoots => {
  const production = site.config.stage === 'production'
  const removalPolicy = production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
  const signingKey = new Key(scope, 'AuditKey', {
    removalPolicy,
    pendingWindow: Duration.days(production ? 30 : 7),
    policy: keyPolicy(scope, site, ['sign']),
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    description: 'Signs the daily roots of the audit',
  })
  const bucket = new Bucket(scope, 'AuditRoots', {
    removalPolicy,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: lock(site),
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
  })
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'One function puts a file a day, readers verify signatures; CloudTrail tells who else came by.',
  })
  return { signingKey, bucket }
}
