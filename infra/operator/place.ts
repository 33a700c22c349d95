import { randomBytes, randomInt } from 'node:crypto'
import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { v7 } from 'uuid'
import * as z from 'zod/mini'
import { auditPartitions } from '../../functions/audit/keys.ts'
import { ForPeople } from '../../shared/command/for-people.ts'
import type { Ids } from '../../shared/kernel/ids.ts'
import type { Clock } from '../../shared/kernel/time.ts'
import { dynamoTable } from '../../shared/table/dynamodb.ts'
import type { Table } from '../../shared/table/table.ts'

/** Where operators are kept, by whom they are reached, and what the time is there. */
export type Place = { table: Table; clock: Clock; publicUrl: string }

const ids: Ids = {
  id: () => v7().replaceAll('-', ''),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
  below: (limit) => randomInt(limit),
}

/** What an operation needs besides the place. */
export const atPlace = (place: Place) => ({ ...place, ids })

type Tables = { main: string; audit: string }

const tableOf = (client: DynamoDBClient, { main, audit }: Tables): Table =>
  dynamoTable({
    client,
    name: main,
    apart: new Map(auditPartitions.map((kind) => [kind, audit])),
    token: ids.id,
    pause: (tries) => new Promise((go) => setTimeout(go, 20 * 2 ** tries)),
  })

const tables = z.object({ main: z.string(), audit: z.string() })

const engine = z.object({
  clockOffsetMs: z.number(),
  database: z.object({ endpoint: z.string(), region: z.string(), accessKeyId: z.string(), tables }),
})

/** An engine that runs on this machine, by its address. Throws `ForPeople` where none answers. */
export const placeHere = async (url: string): Promise<Place> => {
  const state = await fetch(`${url}/_local/state`, { headers: { 'x-shiming-local': '1' } })
    .then((answer) => answer.json())
    .catch(() => undefined)
  const found = z.safeParse(engine, state)
  if (!found.success)
    throw new ForPeople(
      `no engine answers at ${url}: start one with npm start, say where it is with --url, or name a deployed stage with --stage`,
    )
  const { clockOffsetMs, database } = found.data
  const { endpoint, region, accessKeyId, tables } = database
  const client = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey: 'local' } })
  return { table: tableOf(client, tables), clock: { now: () => Date.now() + clockOffsetMs }, publicUrl: url }
}

/** CloudFormation names tables after their stack, and adds letters of its own. */
const tablesOfStage = async (client: DynamoDBClient, stage: string): Promise<Tables> => {
  const names: string[] = []
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) names.push(...TableNames)
  const only = (part: string): string => {
    const beginning = `shiming-${stage}-data-${part}`
    const [found, ...others] = names.filter((name) => name.startsWith(beginning))
    if (found !== undefined && others.length === 0) return found
    throw new ForPeople(
      `there ${found === undefined ? 'is no table' : 'are several tables'} ${beginning}… in this account and region`,
    )
  }
  return { main: only('Table'), audit: only('Audit') }
}

/** A deployed stage, reached with the AWS credentials of the environment. Throws `ForPeople` where it has not one table of each kind. */
export const placeOnAws = async (
  of: { stage: string; publicUrl: string },
  client = new DynamoDBClient({}),
): Promise<Place> => ({
  table: tableOf(client, await tablesOfStage(client, of.stage)),
  clock: { now: () => Date.now() },
  publicUrl: of.publicUrl,
})
