import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Purpose } from '../purpose.ts'
import type { Site } from '../site.ts'
import { namedKeyPolicy, usersOf } from './key-policy.ts'

/** Only S3 uses such a key, in the name of whoever puts or reads a file: as KMS calls it, in China and elsewhere. */
export const throughS3 = (scope: Construct) => {
  const { region } = Stack.of(scope)
  return { StringEquals: { 'kms:ViaService': ['com', 'com.cn'].map((end) => `s3.${region}.amazonaws.${end}`) } }
}

const actions = { put: 'kms:GenerateDataKey', read: 'kms:Decrypt' } as const

/** Who puts and who reads files of a bucket. */
type Users = Record<keyof typeof actions, (purpose: Purpose) => boolean>

/** The key of a bucket, which functions use by S3 alone. Nobody who may read the bucket reads a file without being named here. */
export const bucketKey = (scope: Construct, id: string, site: Site, users: Users, description: string): Key => {
  const production = site.config.stage === 'production'
  const uses = (['put', 'read'] as const)
    .map((use) => ({
      sid: use,
      action: actions[use],
      conditions: throughS3(scope),
      users: usersOf(site, users[use]),
    }))
    // A list of nobody is none that AWS takes.
    .filter((use) => use.users.length > 0)
  return new Key(scope, id, {
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(production ? 30 : 7),
    policy: namedKeyPolicy(scope, site, uses),
    enableKeyRotation: true,
    description,
  })
}
