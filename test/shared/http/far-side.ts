import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

type Behaviour = (socket: Socket, request: string) => void

const open = new Set<() => Promise<void>>()

const listening = async (server: Server, sockets: Set<Socket>): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.add(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

type Nature = {
  /** Speaks TLS with this. */
  certificate?: { cert: string; key: string }
  /** What it says before it has read anything. */
  greeting?: string
}

/**
 * A server on a bare socket: `behave` is called once a whole request has been read. `requests` are the requests received,
 * `connections` counts sockets, with and without TLS.
 */
export const farSide = async (behave: Behaviour, { certificate, greeting }: Nature = {}) => {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const serve = (socket: Socket): void => {
    let received = ''
    socket.on('error', () => {})
    socket.on('data', (data) => {
      received += data.toString('latin1')
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      const head = received.indexOf('\r\n\r\n')
      if (head < 0 || received.length < head + 4 + length) return
      requests.push(received)
      received = ''
      behave(socket, requests.at(-1) ?? '')
    })
  }
  const server = certificate ? createTlsServer(certificate, serve) : createServer(serve)
  server.on('connection', (socket: Socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    if (greeting) socket.end(greeting)
  })
  server.on('tlsClientError', () => {})
  return { port: await listening(server, sockets), requests, connections: () => connections }
}

/** A server that accepts connections and never says anything. */
export const silentSide = () => farSide(() => {})

/** A port that nothing listens on. */
export const deadPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

export const closeFarSides = async (): Promise<void> => {
  await Promise.all([...open].map((close) => close()))
  open.clear()
}
