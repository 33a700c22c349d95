import { DynamoDBClient, paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ForPeople } from '../../shared/command/for-people.ts'
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

/**
 * Every version, the oldest of a name first, which S3 lists last: their times are in whole seconds and cannot tell. What a marker
 * hides is there all the same.
 */
const filesIn = async (client: S3Client, Bucket: string): Promise<Snapshot['files']> => {
  const versions: { name: string; VersionId: string | undefined }[] = []
  let next: { KeyMarker: string | undefined; VersionIdMarker: string | undefined } | undefined
  do {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, ...next }))
    for (const { Key: name = '', VersionId } of page.Versions ?? []) versions.push({ name, VersionId })
    next = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined
  } while (next)
  const files: Snapshot['files'] = []
  for (const { name, VersionId } of versions.toReversed()) {
    const found = await client.send(new GetObjectCommand({ Bucket, Key: name, VersionId }))
    files.push({ name, text: (await found.Body?.transformToString('utf-8')) ?? '' })
  }
  return files
}

/** AWS says what is wrong, and not of what. */
const reading = async <T>(what: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : error
    throw new ForPeople(`${what} cannot be read: ${why}`)
  }
}

/**
 * Reads the whole audit of a deployed stage, with the credentials of this shell. The heads are read first, so that none knows of a
 * record that was not there yet when the others were read. `publicKey`: where somebody kept it, so that KMS need not be believed.
 * Throws ForPeople for what cannot be read.
 */
export const readStage = async (of: Deployed, publicKey: string | undefined): Promise<Snapshot> => {
  const now = Date.now()
  const database = new DynamoDBClient({})
  const heads = await reading(`table ${of.table}`, () => headsIn(database, of.table))
  const audit = await reading(`table ${of.auditTable}`, () => auditItems(database, of.auditTable))
  const files = await reading(`bucket ${of.bucket}`, () => filesIn(new S3Client({}), of.bucket))
  const fetched = publicKey ?? (await reading(`key ${of.key}`, () => fetchKey(of.key)))
  return { audit, heads, files, publicKey: fetched, now }
}

const fetchKey = async (KeyId: string): Promise<string> => {
  const { PublicKey } = await new KMSClient({}).send(new GetPublicKeyCommand({ KeyId }))
  if (!PublicKey) throw new Error('KMS has no public half of it')
  return publicKeyPem(PublicKey)
}
