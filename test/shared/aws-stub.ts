import { once } from 'node:events'
import { createServer } from 'node:http'

type Input = Record<string, unknown>

/** One operation of a stub: its answer, `refused` with an error code, or `lost` where it never answers. */
export type Operation = (input: Input) => object | { refused: string } | 'lost'

/** A local server that speaks the JSON protocols of AWS, and the settings that lead the real SDK clients to it. */
export const awsStub = async (operations: Record<string, Operation>) => {
  const calls: { operation: string; input: Input }[] = []
  const server = createServer(async (request, reply) => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const input: Input = JSON.parse(Buffer.concat(await request.toArray()).toString())
    calls.push({ operation, input })
    const answer = operations[operation]?.(input) ?? { refused: 'UnknownOperationException' }
    if (answer === 'lost') return
    const refused = 'refused' in answer
    const body = refused ? { __type: answer.refused, message: 'refused' } : answer
    reply.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    calls,
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'local',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
