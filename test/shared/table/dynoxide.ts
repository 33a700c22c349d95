import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'

const BINARY = fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/dynoxide'))

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** A DynamoDB of its own in memory, speaking the real wire protocol. */
export const dynoxide = async (): Promise<{ port: number; stop: () => Promise<void> }> => {
  const port = await freePort()
  const server = spawn(BINARY, ['serve', '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = once(server, 'exit')
  let said = ''
  for await (const chunk of server.stderr.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (said.includes(`:${port}`)) break
  }
  server.stderr.resume()
  return {
    port,
    async stop() {
      server.kill()
      await gone
    },
  }
}

/** The real SDK client, which sends each request once, as for functions. */
export const clientOn = (port: number): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })

/** A table with the keys and the indexes of the main table. */
export const createTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType })
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const })
  const number = (AttributeName: string) => ({ AttributeName, AttributeType: 'N' as const })
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        text('pk'),
        text('sk'),
        number('dueShard'),
        number('dueAt'),
        text('listName'),
        number('listAt'),
      ],
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [key('dueShard', 'HASH'), key('dueAt', 'RANGE')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
        {
          IndexName: 'list',
          KeySchema: [key('listName', 'HASH'), key('listAt', 'RANGE')],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
}
