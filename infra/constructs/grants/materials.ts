import type { Construct } from 'constructs'
import { KEPT, UPLOADED } from '../../../functions/material/file-names.ts'
import type { Purpose } from '../../purpose.ts'
import { throughS3 } from '../bucket-key.ts'
import { allow, type Granted, type Resources } from './granted.ts'

type Bucket = { bucketArn: string }

/** As long as an id of ours. */
const ID = '?'.repeat(32)

const uploaded = ({ bucketArn }: Bucket): string[] => [`${bucketArn}/${UPLOADED}${ID}`]
/** With the number of the worker that sealed it. */
const kept = ({ bucketArn }: Bucket): string[] => [`${bucketArn}/${KEPT}${ID}-?`]

/** Without it S3 says of a file that is gone that it may not be read. Names there are ids. */
const listing = ({ bucketArn }: Bucket) => allow(['s3:ListBucket'], [bucketArn])

const uploadsUrl = ({ bucketRegionalDomainName }: { bucketRegionalDomainName: string }): string =>
  `https://${bucketRegionalDomainName}`

const uploadsGrant = (scope: Construct, { data }: Resources): Granted => {
  const { intake, intakeKey } = data.materialBuckets
  return {
    environment: { BUCKET_INTAKE: intake.bucketName, UPLOADS_URL: uploadsUrl(intake) },
    statements: [
      allow(['s3:PutObject'], uploaded(intake), { StringEquals: { 's3:authType': 'POST' } }),
      allow(['kms:GenerateDataKey'], [intakeKey.keyArn], throughS3(scope)),
    ],
  }
}

const intakeGrant = (scope: Construct, { data }: Resources): Granted => {
  const { intake, intakeKey, materials } = data.materialBuckets
  return {
    environment: { BUCKET_INTAKE: intake.bucketName, BUCKET_MATERIALS: materials.bucketName },
    statements: [
      allow(['s3:GetObject', 's3:DeleteObject'], uploaded(intake)),
      allow(['s3:PutObject', 's3:DeleteObject'], kept(materials)),
      listing(intake),
      allow(['kms:Decrypt'], [intakeKey.keyArn], throughS3(scope)),
    ],
  }
}

const readingGrant = ({ data }: Resources): Granted => {
  const { materials } = data.materialBuckets
  return {
    environment: { BUCKET_MATERIALS: materials.bucketName },
    statements: [allow(['s3:GetObject'], kept(materials)), listing(materials)],
  }
}

const forgettingGrant = ({ data }: Resources): Granted => {
  const { materials } = data.materialBuckets
  return {
    environment: { BUCKET_MATERIALS: materials.bucketName },
    statements: [allow(['s3:DeleteObject'], kept(materials))],
  }
}

/** Of the files that people upload and of those that are kept, what a purpose names. */
export const materialGrants = (scope: Construct, purpose: Purpose, resources: Resources): Granted[] => [
  ...(purpose.uploads ? [uploadsGrant(scope, resources)] : []),
  ...(purpose.intake ? [intakeGrant(scope, resources)] : []),
  ...(purpose.readsMaterials ? [readingGrant(resources)] : []),
  ...(purpose.forgetsMaterials ? [forgettingGrant(resources)] : []),
  ...(purpose.knowsUploads
    ? [{ environment: { UPLOADS_URL: uploadsUrl(resources.data.materialBuckets.intake) }, statements: [] }]
    : []),
]
