import { createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { close, listen } from '../../../local/listen.ts'

/** A file of a bucket with versions, or what hides those before it. */
export type Version = { key: string; id: string; text: string } | { key: string; id: string; isMarker: true }

/** What a front answers from: the port of a DynamoDB, the versions of a bucket in the order in which they were put, a public key. */
export type Behind = { database: number; versions: readonly Version[]; publicKey: string }

/** So much, and no more, is in one answer of a list: AWS may end a page wherever it likes. */
const PAGE = 2

const MODIFIED = '2026-11-20T04:00:00.000Z'

const listed = (one: Version, isLatest: boolean): string => {
  const about = `<Key>${one.key}</Key><VersionId>${one.id}</VersionId><IsLatest>${isLatest}</IsLatest><LastModified>${MODIFIED}</LastModified>`
  return 'isMarker' in one
    ? `<DeleteMarker>${about}</DeleteMarker>`
    : `<Version>${about}<ETag>"x"</ETag><Size>${one.text.length}</Size><StorageClass>STANDARD</StorageClass></Version>`
}

/** ListObjectVersions, as its reference has it: by key, of each the most recently stored first, on from behind the markers. */
const listVersions = (versions: readonly Version[], asked: URLSearchParams): string => {
  const order = versions.toReversed().toSorted((a, b) => Number(a.key > b.key) - Number(a.key < b.key))
  const behind = order.findIndex(
    ({ key, id }) => key === asked.get('key-marker') && id === asked.get('version-id-marker'),
  )
  const page = order.slice(behind + 1, behind + 1 + PAGE)
  const last = page.at(-1)
  const isTruncated = last !== undefined && last !== order.at(-1)
  const next = isTruncated
    ? `<NextKeyMarker>${last.key}</NextKeyMarker><NextVersionIdMarker>${last.id}</NextVersionIdMarker>`
    : ''
  const entries = page.map((one) => listed(one, versions.findLast(({ key }) => key === one.key) === one))
  return `<?xml version="1.0" encoding="UTF-8"?><ListVersionsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><MaxKeys>${PAGE}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${next}${entries.join('')}</ListVersionsResult>`
}

const s3 = (versions: readonly Version[], url: string, to: ServerResponse): void => {
  const { pathname, searchParams } = new URL(url, 'http://s3')
  const [, _bucket, ...key] = pathname.split('/')
  if (searchParams.has('versions'))
    return void to.writeHead(200, { 'content-type': 'application/xml' }).end(listVersions(versions, searchParams))
  const name = key.map(decodeURIComponent).join('/')
  const of = versions.filter((one) => one.key === name)
  const wanted = searchParams.get('versionId')
  const found = wanted === null ? of.at(-1) : of.find(({ id }) => id === wanted)
  if (found && !('isMarker' in found)) return void to.writeHead(200).end(found.text)
  to.writeHead(404, { 'content-type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>')
}

const PAGED = ['Scan', 'Query']

const dynamodb = async (port: number, from: IncomingMessage, body: Buffer, to: ServerResponse): Promise<void> => {
  const operation = String(from.headers['x-amz-target']).split('.')[1] ?? ''
  const asked = PAGED.includes(operation) ? { ...JSON.parse(body.toString()), Limit: PAGE } : undefined
  const passed = asked ? Buffer.from(JSON.stringify(asked)) : body
  const headers = { ...from.headers, 'content-length': passed.length }
  const forwarded = request({ port, host: '127.0.0.1', method: 'POST', path: '/', headers }).end(passed)
  const [answer]: IncomingMessage[] = await once(forwarded, 'response')
  if (answer) to.writeHead(answer.statusCode ?? 500, answer.headers).end(await buffer(answer))
}

/** GetPublicKey: SubjectPublicKeyInfo in DER. */
const kms = (publicKey: string, to: ServerResponse): void => {
  const der = createPublicKey(publicKey).export({ format: 'der', type: 'spki' })
  const answer = JSON.stringify({ KeySpec: 'ECC_NIST_P256', PublicKey: der.toString('base64') })
  to.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(answer)
}

/**
 * The three services that the audit of a stage is in, at one address, each list in pages of two. DynamoDB is a real one; of S3 and KMS
 * it is what their references say of the calls that are made. `asked`: every call, by its operation.
 */
export const stageFront = async (
  behind: () => Behind,
): Promise<{ url: string; asked: string[]; stop(): Promise<void> }> => {
  const asked: string[] = []
  const server = createServer(async (from, to) => {
    const body = await buffer(from)
    const target = from.headers['x-amz-target']
    const { database, versions, publicKey } = behind()
    const url = from.url ?? ''
    asked.push(
      typeof target === 'string' ? (target.split('.')[1] ?? '') : url.includes('versions') ? 'Versions' : 'Get',
    )
    if (target === undefined) s3(versions, url, to)
    else if (String(target).startsWith('TrentService')) kms(publicKey, to)
    else await dynamodb(database, from, body, to)
  })
  return { url: `http://127.0.0.1:${await listen(server, 0)}`, asked, stop: () => close(server) }
}
