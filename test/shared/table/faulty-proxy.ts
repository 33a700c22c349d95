import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'

/** What happens to one request on its way to the database. */
type Fault =
  /** It is executed, and the connection breaks before the answer arrives. */
  | { kind: 'answer lost'; meanwhile?: () => Promise<void> }
  /** It is not executed; the database answers this instead. */
  | { kind: 'answered'; status: number; body: unknown }

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => Buffer.concat(await message.toArray())

/** Stands between the SDK and the database; the next requests meet the planned faults, later ones pass. */
export const faultyProxy = async (databasePort: number) => {
  const planned: Fault[] = []
  let passed = 0
  const server = createServer(async (from, to) => {
    const body = await bodyOf(from)
    const fault = planned.shift()
    if (fault?.kind === 'answered') {
      to.writeHead(fault.status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(fault.body))
      return
    }
    passed += 1
    const { method, url, headers } = from
    const forwarded = request({ port: databasePort, host: '127.0.0.1', method, path: url, headers }).end(body)
    const [answer]: IncomingMessage[] = await once(forwarded, 'response')
    const answered = answer ? await bodyOf(answer) : ''
    if (fault) {
      await fault.meanwhile?.()
      to.destroy()
    } else to.writeHead(answer?.statusCode ?? 500, answer?.headers).end(answered)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** How many requests reached the database. */
    passed: () => passed,
    plan: (...faults: Fault[]) => planned.push(...faults),
    left: () => planned.length,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** DynamoDB's answer to a transaction it did not perform, with a reason for each of its writes. */
export const cancelled = (...CancellationReasons: { Code: string; Item?: object }[]): Fault => ({
  kind: 'answered',
  status: 400,
  body: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    CancellationReasons,
  },
})

/** A failure by its name, as DynamoDB answers it. */
export const failed = (name: string, status = 400): Fault => ({
  kind: 'answered',
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'no' },
})

/** Another transaction is working on the item of the write at `index`, of `count` writes. */
export const transactionConflict = (count: number, index: number): Fault =>
  cancelled(...Array.from({ length: count }, (_, at) => ({ Code: at === index ? 'TransactionConflict' : 'None' })))

/** The same for a single write. */
export const singleConflict: Fault = {
  kind: 'answered',
  status: 400,
  body: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionConflictException',
    message: 'Transaction is ongoing for the item',
  },
}
