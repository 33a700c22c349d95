import { Agent, type IncomingMessage, request } from 'node:http'

/** An answer on the AWS JSON protocols, still as bytes. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: Buffer }

type RawCall = {
  port: number
  headers: Record<string, string>
  body: Buffer | string
  method?: string
  path?: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** They speak of the connection an answer came on, not of the answer, which goes on by another and whole. */
const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding']

const headersOf = (answer: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) =>
      OF_THE_CONNECTION.includes(name) ? [] : [[name, String(value)]],
    ),
  )

/** Sends one request to an emulator on this machine, a POST to `/` unless said, and collects its answer; rejects when the connection fails. */
export const sendRaw = ({ port, headers, body, method = 'POST', path = '/' }: RawCall): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: headersOf(answer),
          body: Buffer.concat(parts),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** An emulator: where it listens, the services as it names them, and by whose key it is called. */
export type Emulator = { port: number; region: string; service: 'dynamodb' | 'sqs'; accessKeyId?: string | undefined }

const PREFIX = { dynamodb: 'DynamoDB_20120810', sqs: 'AmazonSQS' }

/**
 * The emulators want the form of a signature and check nothing. DynamoDB Local takes keys of letters and digits only, and keeps the
 * tables of each key and region apart.
 */
export const signatureFor = ({ region, service, accessKeyId = 'engine' }: Emulator): Record<string, string> => ({
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
})

/** Calls one operation of an emulator for the engine itself; throws an Error that names the operation when it is refused. */
export const callEmulator = async (emulator: Emulator, operation: string, input: unknown) => {
  const { port, service } = emulator
  const answer = await sendRaw({
    port,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${PREFIX[service]}.${operation}`,
      ...signatureFor(emulator),
    },
    body: JSON.stringify(input),
  })
  const output: unknown = JSON.parse(answer.body.toString() || '{}')
  if (answer.status !== 200) throw new Error(`${service} ${operation}: ${answer.body.toString()}`)
  return output
}
