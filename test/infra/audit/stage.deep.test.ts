import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RawItem, Snapshot } from '../../../infra/audit/snapshot.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { lived, signingKey } from '../../audit/roots/signing.ts'
import { clientOn, createTable, dynoxide } from '../../shared/table/dynoxide.ts'
import { type Behind, stageFront, type Version } from './stage-front.ts'

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234'

let database: Awaited<ReturnType<typeof dynoxide>>
let client: DynamoDBClient
let front: Awaited<ReturnType<typeof stageFront>>
let whole: Snapshot
let versions: Version[]
let made = 0
let tables: { table: string; audit: string }

const kept = async (TableName: string, items: readonly RawItem[]): Promise<void> => {
  for (const item of items)
    await client.send(new PutItemCommand({ TableName, Item: marshall(item, { removeUndefinedValues: true }) }))
}

beforeAll(async () => {
  database = await dynoxide()
  client = clientOn(database.port)
  front = await stageFront((): Behind => ({ database: database.port, versions, publicKey: whole.publicKey }))
  // A stage is verified at the time that it is.
  whole = (await lived(Date.now() - 3 * DAY - HOUR - 20 * MINUTE)).snapshot()
})
afterAll(async () => {
  await front.stop()
  await database.stop()
})
beforeEach(async () => {
  made += 1
  tables = { table: `main-${made}`, audit: `audit-${made}` }
  for (const name of Object.values(tables)) await createTable(client, name)
  await kept(tables.table, whole.heads)
  await kept(tables.audit, whole.audit)
  versions = whole.files.map(({ name, text }, at) => ({ key: name, id: `v${at}`, text }))
  front.asked.length = 0
})

type Said = { code: number; out: string; errors: string }

const verify = (...more: string[]): Promise<Said> => {
  const { table, audit } = tables
  const flags = ['--table', table, '--audit-table', audit, '--bucket', 'roots', '--key', KEY, ...more]
  const env = {
    PATH: process.env.PATH,
    AWS_ENDPOINT_URL: front.url,
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }
  return new Promise((resolve) => {
    const command = [join(import.meta.dirname, '../../../infra/audit/verify-command.ts'), ...flags]
    execFile(process.execPath, command, { env }, (error, out, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, errors }),
    )
  })
}

const verified = async (...more: string[]) => {
  const { code, out, errors } = await verify('--json', ...more)
  const said = out === '' ? { findings: [{ fault: errors }] } : JSON.parse(out)
  return { code, said, faults: said.findings.map(({ fault }: { fault: string }) => fault) }
}

const [FIRST, SECOND] = [0, 1]

describe('M7 the verifier, of a stage', () => {
  it('reads all of it, however many pages AWS answers it in, and finds nothing where nothing was done', async () => {
    const { code, said } = await verified()
    expect({ code, ...said }).toMatchObject({ code: 0, findings: [], records: 9, subjects: 4 })
    expect(said.roots).toBe(whole.files.length)
    const times = (call: string): number => front.asked.filter((one) => one === call).length
    expect(times('Scan')).toBeGreaterThanOrEqual(Math.ceil(whole.audit.length / 2))
    expect(times('Versions')).toBe(Math.ceil(whole.files.length / 2))
    expect(times('GetPublicKey')).toBe(1)
  })

  it('finds the heads in the list that they are in, all of them', async () => {
    const heads = Array.from({ length: 9 }, (_none, at) => ({
      pk: `CHAIN#order:more-${at}`,
      sk: 'HEAD',
      listName: 'CHAINS#0',
      listAt: at,
      n: 1,
      hash: 'f'.repeat(64),
    }))
    await kept(tables.table, heads)
    const { code, said } = await verified()
    expect(code).toBe(3)
    const where = said.findings.map((one: { where: string }) => one.where)
    expect(where.toSorted()).toEqual(heads.map(({ pk, sk }) => `${pk} ${sk}`))
  })

  it('finds a changed record, and exits 3', async () => {
    const record = whole.audit.find(({ pk }) => pk === 'AUDIT#order:a')
    await kept(tables.audit, [{ ...record, pk: 'AUDIT#order:a', sk: record?.sk ?? '', reason: 'another' }])
    const { code, out } = await verify()
    expect(code).toBe(3)
    expect(out).toContain(`record_changed: AUDIT#order:a ${record?.sk}`)
  })

  it('takes the first version of a root that somebody put another over, within the same second', async () => {
    const first = whole.files[FIRST]?.name ?? ''
    versions.push({ key: first, id: 'later', text: whole.files[SECOND]?.text ?? '' })
    const { faults } = await verified()
    expect(faults).toEqual(['root_replaced'])
  })

  it('reads what a delete marker hides', async () => {
    versions.push({ key: whole.files[FIRST]?.name ?? '', id: 'gone', isMarker: true })
    expect((await verified()).faults).toEqual([])
  })

  it('finds that a root is gone, if ever one is', async () => {
    versions.splice(FIRST, 1)
    expect((await verified()).faults).toContain('root_missing')
  })

  it('believes a public key that was kept elsewhere, and does not ask KMS', async () => {
    const file = join(tmpdir(), `shiming-audit-${process.pid}.pem`)
    writeFileSync(file, signingKey().publicKey)
    const { code, faults } = await verified('--public-key', file)
    expect([code, new Set(faults)]).toEqual([3, new Set(['root_unsigned'])])
    expect(front.asked).not.toContain('GetPublicKey')
  })

  it('says what it could not read, and exits 1', async () => {
    tables = { ...tables, audit: 'no-such-table' }
    const { code, out, errors } = await verify()
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(errors).toMatch(/^table no-such-table cannot be read: ResourceNotFoundException: [^\n]*\n$/)
  })
})
