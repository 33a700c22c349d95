import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Answers one request; rejects only for a fault of the engine's own. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Longer than the pauses between two requests of a client, so that none is sent into a closing connection. */
const KEEP_ALIVE_MS = 65_000

/** The server everybody talks to. A fault of the engine's own breaks the connection. */
export const frontServer = (answering: Answering, fault: (error: unknown) => void): Server => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await answering(request, response)
    } catch (error) {
      fault(error)
      request.socket.destroy()
    }
  }
  const server = createServer((request, response) => void serve(request, response))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}
