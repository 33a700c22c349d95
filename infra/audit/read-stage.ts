import { DynamoDBClient, paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { LIST_PARTS } from '../../shared/table/keys.ts'
import { publicKeyPem } from './hashing.ts'
import type { RawItem, Snapshot } from './snapshot.ts'

/** Where the audit of a deployed stage is; the data stack has all of it in its output `AuditVerify`. */
export type Deployed = { table: string; auditTable: string; bucket: string; key: string }

const rawOf = (items: Parameters<typeof unmarshall>[0][] = []): RawItem[] =>
  items.map((item) => unmarshall(item) as RawItem)

const auditItems = async (client: DynamoDBClient, TableName: string): Promise<RawItem[]> => {
  const items: RawItem[] = []
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
    items.push(...rawOf(page.Items))
  return items
}

const headsIn = async (client: DynamoDBClient, TableName: string): Promise<RawItem[]> => {
  const heads: RawItem[] = []
  for (let part = 0; part < LIST_PARTS; part += 1) {
    const values = marshall({ ':list': `CHAINS#${part}` })
    const asked = {
      TableName,
      IndexName: 'list',
      KeyConditionExpression: 'listName = :list',
      ExpressionAttributeValues: values,
    }
    for await (const page of paginateQuery({ client }, asked)) heads.push(...rawOf(page.Items))
  }
  return heads
}

/** Every version, the oldest of a name first; what a marker hides is there all the same. */
const filesIn = async (client: S3Client, Bucket: string): Promise<Snapshot['files']> => {
  const versions: { name: string; VersionId: string | undefined; at: number }[] = []
  let next: { KeyMarker: string | undefined; VersionIdMarker: string | undefined } | undefined
  do {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, ...next }))
    for (const { Key: name = '', VersionId, LastModified } of page.Versions ?? [])
      versions.push({ name, VersionId, at: LastModified?.getTime() ?? 0 })
    next = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined
  } while (next)
  const files: Snapshot['files'] = []
  for (const { name, VersionId } of versions.toSorted((a, b) => a.at - b.at)) {
    const found = await client.send(new GetObjectCommand({ Bucket, Key: name, VersionId }))
    files.push({ name, text: (await found.Body?.transformToString('utf-8')) ?? '' })
  }
  return files
}

/**
 * Reads the whole audit of a deployed stage, with the credentials of this shell. The heads are read first, so that none knows of a
 * record that was not there yet when the others were read. `publicKey`: where somebody kept it, so that KMS need not be believed.
 */
export const readStage = async (of: Deployed, publicKey: string | undefined): Promise<Snapshot> => {
  const now = Date.now()
  const database = new DynamoDBClient({})
  const heads = await headsIn(database, of.table)
  const audit = await auditItems(database, of.auditTable)
  const files = await filesIn(new S3Client({}), of.bucket)
  const fetched = publicKey ?? (await fetchKey(of.key))
  return { audit, heads, files, publicKey: fetched, now }
}

const fetchKey = async (KeyId: string): Promise<string> => {
  const { PublicKey } = await new KMSClient({}).send(new GetPublicKeyCommand({ KeyId }))
  if (!PublicKey) throw new Error(`KMS has no public key of ${KeyId}`)
  return publicKeyPem(PublicKey)
}
