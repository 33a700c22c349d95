import { Agent, request } from 'node:http'

/** An answer on the AWS JSON protocols, still as bytes. */
export type RawAnswer = { status: number; headers: Record<string, string>; body: Buffer }

type RawCall = { port: number; headers: Record<string, string>; body: Buffer | string }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends one POST to an emulator on this machine and collects its answer; rejects when the connection fails. */
export const postRaw = ({ port, headers, body }: RawCall): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', path: '/', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** An emulator of ours: where it listens, and the services as it names them. */
export type Emulator = { port: number; region: string; service: 'dynamodb' | 'sqs' }

const PREFIX = { dynamodb: 'DynamoDB_20120810', sqs: 'AmazonSQS' }

/** Calls one operation of an emulator for the engine itself; throws an Error that names the operation when it is refused. */
export const callEmulator = async ({ port, region, service }: Emulator, operation: string, input: unknown) => {
  const answer = await postRaw({
    port,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${PREFIX[service]}.${operation}`,
      // The emulators want the form of a signature (the region is read from it) and check nothing.
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=engine/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  })
  const output: unknown = JSON.parse(answer.body.toString() || '{}')
  if (answer.status !== 200) throw new Error(`${service} ${operation}: ${answer.body.toString()}`)
  return output
}
