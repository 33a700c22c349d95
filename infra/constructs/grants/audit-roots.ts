import { allow, type Granted, type Resources } from './granted.ts'

/** Of a day, YYYYMMDD. An object that is locked cannot be replaced, but a version put on top of it would hide it: the function asks for new names only. */
export const rootsGrant = ({ data }: Resources): Granted => {
  const { bucketName, bucketArn } = data.auditRoots.bucket
  return {
    environment: { AUDIT_ROOTS: bucketName },
    statements: [
      allow(['s3:ListBucket'], [bucketArn]),
      allow(['s3:GetObject', 's3:PutObject'], [`${bucketArn}/roots/????????.jsonl`]),
    ],
  }
}
