import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoTable } from '../table/dynamodb.ts'
import { client } from './aws.ts'
import { env, optionalEnv } from './environment.ts'
import { ids } from './ids.ts'

const BASE_PAUSE_MS = 20

/** `KIND=<table> KIND=<table>`: the kinds of partitions this function reaches that have a table of their own. */
const apartIn = (text = ''): Map<string, string> =>
  new Map(
    text.split(' ').flatMap((one): [string, string][] => {
      const [kind, name] = one.split('=', 2)
      return kind && name ? [[kind, name]] : []
    }),
  )

/** A table by the environment variable that names it. It repeats requests itself, so that the SDK must not. */
export const tableNamed = (variable: string) =>
  dynamoTable({
    client: new DynamoDBClient({ ...client, maxAttempts: 1 }),
    name: env(variable),
    apart: apartIn(optionalEnv('TABLES_APART')),
    token: ids.id,
    pause: (tries) => sleep(BASE_PAUSE_MS * 2 ** tries * (0.5 + Math.random())),
  })
