import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'

type Kept = { Type: string; Value: string; Version: number }

/** A request as it came, for whoever wants to know how it was signed. */
export type Asked = { target: string; authorization: string; body: { Name: string } }

/** The Parameter Store on this machine: as much of its wire protocol as reading one parameter takes. */
export type ParameterServer = {
  url: string
  asked: Asked[]
  /** Makes the next answers this error of AWS instead; `hang` never answers. */
  fail(error: string | 'hang' | undefined): void
  stop(): void
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

const askedIn = async (request: IncomingMessage): Promise<Asked> => ({
  target: String(request.headers['x-amz-target']),
  authorization: String(request.headers.authorization),
  body: JSON.parse(await text(request)),
})

const found = (parameters: Record<string, Kept>, selector: string): { parameter: Kept; name: string } | string => {
  const [name = '', version] = selector.split(':')
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!parameter) return 'ParameterNotFound'
  return version === undefined || Number(version) === parameter.Version
    ? { parameter, name }
    : 'ParameterVersionNotFound'
}

/** Starts one that holds these parameters, by their names. */
export const startParameterServer = async (parameters: Record<string, Kept>): Promise<ParameterServer> => {
  const asked: Asked[] = []
  let failure: string | undefined
  const server = createServer(async (request, response) => {
    const one = await askedIn(request)
    asked.push(one)
    if (failure === 'hang') return
    const answer = failure ?? found(parameters, one.body.Name)
    const [status, body] =
      typeof answer === 'string'
        ? [400, { __type: answer, message: `${answer}: arn:aws:iam::111111111111:user/somebody` }]
        : [
            200,
            {
              Parameter: { ...answer.parameter, Name: answer.name, Selector: one.body.Name.slice(answer.name.length) },
            },
          ]
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    fail: (error) => {
      failure = error
    },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
