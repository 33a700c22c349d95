import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { ForPeople } from '../../shared/command/for-people.ts'
import { callEmulator, type Emulator } from '../aws-json.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { TableSpec } from '../template/tables.ts'
import { type Child, startChild } from './child.ts'

/** DynamoDB on this machine. */
export type Database = {
  port(): number
  /** Stops it and starts it again on the same file. */
  restart(): Promise<void>
  /** Empties every table. */
  clear(): Promise<void>
  stop(): Promise<void>
  /** Every item of a table (named as on AWS), as DynamoDB writes attribute values. */
  scan(table: string): Promise<unknown[]>
}

/** There is no DynamoDB to run; the message is one line for people. */
class DatabaseMissing extends ForPeople {
  override readonly name = 'DatabaseMissing'
}

/** The emulator comes as a package of its own for each platform. */
const binary = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `@dynoxide/${process.platform}-${process.arch}/package.json`,
    )
    const file = join(dirname(manifest), 'dynoxide')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Whether tables are kept in a file, by a DynamoDB that comes with the packages. */
export const hasDatabase = (): boolean => binary() !== undefined

/** One line about which DynamoDB is used where the usual one does not exist; undefined where it does. */
export const databaseNotice = (): string | undefined => {
  const { DYNAMODB_ENDPOINT } = process.env
  return binary() === undefined && DYNAMODB_ENDPOINT !== undefined
    ? `There is no dynoxide for ${process.platform}-${process.arch}; tables are in DynamoDB at ${DYNAMODB_ENDPOINT}`
    : undefined
}

const external = (endpoint: string | undefined): Child => {
  const url = URL.parse(endpoint ?? '')
  if (!url || !['127.0.0.1', 'localhost'].includes(url.hostname)) {
    throw new DatabaseMissing(
      `There is no dynoxide for ${process.platform}-${process.arch}: start DynamoDB Local and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000`,
    )
  }
  return { port: Number(url.port || 80), stop: async () => undefined }
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

/** Starts DynamoDB on `file` and creates the tables it lacks. Throws DatabaseMissing where it cannot run. */
export const startDatabase = async (file: string, tables: readonly TableSpec[]): Promise<Database> => {
  const region = tables[0]?.region ?? 'us-east-1'
  const emulatorAt = (port: number): Emulator => ({ port, region, service: 'dynamodb' })
  const program = binary()
  const start = async (): Promise<Child> =>
    program === undefined
      ? external(process.env.DYNAMODB_ENDPOINT)
      : startChild({
          command: (port) => [program, 'serve', '--port', String(port), '--db-path', file],
          ready: (port) => callEmulator(emulatorAt(port), 'ListTables', {}),
        })
  const exclusively = oneAtATime()
  let child = await start()
  try {
    await createMissing(emulatorAt(child.port), tables)
  } catch (error) {
    await child.stop()
    if (program !== undefined || error instanceof ForPeople) throw error
    const why = error instanceof Error ? error.message : error
    throw new DatabaseMissing(
      `what is at DYNAMODB_ENDPOINT=${process.env.DYNAMODB_ENDPOINT} does not answer as DynamoDB does: ${why}`,
    )
  }
  return {
    port: () => child.port,
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
