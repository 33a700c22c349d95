import * as z from 'zod/mini'
import { ForPeople } from '../../shared/command/for-people.ts'
import { callEmulator, type Emulator, type RawAnswer, sendRaw, signatureFor } from '../aws-json.ts'
import type { DataFolder } from '../data-folder.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { TableSpec } from '../template/tables.ts'
import { type Child, startChild } from './child.ts'
import { ownerOf, saveOwner } from './owner.ts'
import { DatabaseMissing, databaseHere, type Where } from './where.ts'

/** DynamoDB on this machine. */
export type Database = {
  /** Passes a request of a function on. */
  call(headers: Record<string, string>, body: Buffer): Promise<RawAnswer>
  /** Stops it and starts it again on the same file. */
  restart(): Promise<void>
  /** Empties every table. */
  clear(): Promise<void>
  stop(): Promise<void>
  /** Where it answers at the moment, and by whose key. */
  where(): { endpoint: string; region: string; accessKeyId: string }
  /** Every item of a table (named as on AWS), as DynamoDB writes attribute values. */
  scan(table: string): Promise<unknown[]>
}

const described = z.object({
  Table: z.object({ GlobalSecondaryIndexes: z.optional(z.array(z.object({ IndexName: z.string() }))) }),
})
const listed = z.object({ TableNames: z.array(z.string()) })
const scanned = z.object({ Items: z.array(z.unknown()), LastEvaluatedKey: z.optional(z.unknown()) })

const createMissing = async (emulator: Emulator, tables: readonly TableSpec[]): Promise<void> => {
  const { TableNames } = z.parse(listed, await callEmulator(emulator, 'ListTables', {}))
  for (const { nameOnAws: name, indexKeys, input } of tables) {
    if (!TableNames.includes(name)) {
      await callEmulator(emulator, 'CreateTable', input)
      continue
    }
    const { Table } = z.parse(described, await callEmulator(emulator, 'DescribeTable', { TableName: name }))
    const existing = Table.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? []
    const missing = Object.keys(indexKeys).filter((index) => !existing.includes(index))
    if (missing.length > 0)
      throw new ForPeople(
        `table ${name} is of an older version, without index ${missing.join(', ')}: choose another folder with --data, or delete this one to begin anew`,
      )
  }
}

const startOn = async (where: Where, file: string, ready: (port: number) => Promise<unknown>): Promise<Child> =>
  'endpoint' in where
    ? { port: where.port, stop: async () => undefined }
    : startChild({ command: (port) => [where.program, 'serve', '--port', String(port), '--db-path', file], ready })

/** Tables that are there before the first start of their folder are another's: it would find what it cannot open, and empty it. */
const refuseAnothers = async (emulator: Emulator, endpoint: string, tables: readonly TableSpec[]): Promise<void> => {
  const { TableNames } = z.parse(listed, await callEmulator(emulator, 'ListTables', {}))
  if (tables.some(({ nameOnAws }) => TableNames.includes(nameOnAws)))
    throw new ForPeople(
      `the DynamoDB at ${endpoint} holds tables of another data folder: choose that folder with --data, or start DynamoDB Local anew, without -sharedDb, so that each folder has tables of its own`,
    )
}

/**
 * Starts DynamoDB on the folder's file, or goes to the one that somebody started, and creates the tables it lacks. Throws
 * DatabaseMissing where there is none, and ForPeople where its tables are another folder's.
 */
export const startDatabase = async (data: DataFolder, tables: readonly TableSpec[]): Promise<Database> => {
  const where = databaseHere()
  const owner = 'endpoint' in where ? ownerOf(data) : undefined
  const region = tables[0]?.region ?? 'us-east-1'
  const emulatorAt = (port: number): Emulator => ({ port, region, service: 'dynamodb', accessKeyId: owner?.id })
  const start = () => startOn(where, data.database, (port) => callEmulator(emulatorAt(port), 'ListTables', {}))
  const exclusively = oneAtATime()
  let child = await start()
  try {
    if (owner?.isNew && 'endpoint' in where) {
      await refuseAnothers(emulatorAt(child.port), where.endpoint, tables)
      saveOwner(data, owner.id)
    }
    await createMissing(emulatorAt(child.port), tables)
  } catch (error) {
    await child.stop()
    if ('program' in where || error instanceof ForPeople) throw error
    const why = error instanceof Error ? error.message : error
    throw new DatabaseMissing(`what is at DYNAMODB_ENDPOINT=${where.endpoint} does not answer as DynamoDB does: ${why}`)
  }
  return {
    call: (headers, body) =>
      sendRaw({ port: child.port, headers: { ...headers, ...signatureFor(emulatorAt(child.port)) }, body }),
    restart: () =>
      exclusively(async () => {
        await child.stop()
        child = await start()
      }),
    clear: () =>
      exclusively(async () => {
        const emulator = emulatorAt(child.port)
        for (const { nameOnAws: name } of tables) await callEmulator(emulator, 'DeleteTable', { TableName: name })
        await createMissing(emulator, tables)
      }),
    stop: () => child.stop(),
    where: () => ({
      endpoint: `http://127.0.0.1:${child.port}`,
      region,
      accessKeyId: owner?.id ?? 'engine',
    }),
    scan: async (table) => {
      const items: unknown[] = []
      let from: unknown
      do {
        const input = { TableName: table, ...(from !== undefined && { ExclusiveStartKey: from }) }
        const page = z.parse(scanned, await callEmulator(emulatorAt(child.port), 'Scan', input))
        items.push(...page.Items)
        from = page.LastEvaluatedKey
      } while (from !== undefined)
      return items
    },
  }
}
