import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { url: string; headers: IncomingHttpHeaders; body: string }

/** A vendor on a port of its own. `answer` gets the request after its last byte and does with the response as it likes. */
export const startVendor = async (answer: (received: Received, response: ServerResponse) => void) => {
  const calls: Received[] = []
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = []
    request.on('error', () => response.destroy())
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const received = { url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') }
      calls.push(received)
      answer(received, response)
    })
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, calls, close }
}

type Fault = (response: ServerResponse, wouldBe: string) => void

/** How a vendor or the network can fall silent after the connection stands. Only patience ends these: tests wait for all of them at once. */
export const silences: Record<string, Fault> = {
  'answers nothing': () => undefined,
  'stops within the body': (response, wouldBe) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': wouldBe.length })
    response.write(wouldBe.slice(0, -4))
  },
}

/** What else they can do wrong, each with the answer it gives at most. */
export const faults: Record<string, Fault> = {
  'resets after reading the request': (response) => response.socket?.resetAndDestroy(),
  'resets within the body': (response, wouldBe) => {
    response.writeHead(200, { 'content-length': wouldBe.length })
    response.write(wouldBe.slice(0, -4), () => response.socket?.resetAndDestroy())
  },
  'closes within the body': (response, wouldBe) => {
    response.writeHead(200, { 'content-length': wouldBe.length })
    response.write(wouldBe.slice(0, -4), () => response.socket?.destroy())
  },
  'answers HTML': (response) => response.end('<html><body>502 Bad Gateway</body></html>'),
  'answers truncated JSON': (response, wouldBe) => response.end(wouldBe.slice(0, -4)),
  'answers nothing but a status': (response) => response.end(),
  'answers 500 with a good body': (response, wouldBe) => response.writeHead(500).end(wouldBe),
  'answers 302': (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  'answers 404 with a good body': (response, wouldBe) => response.writeHead(404).end(wouldBe),
  'answers too much': (response, wouldBe) => response.end(wouldBe.padEnd(300_000, ' ')),
  'answers an array': (response, wouldBe) => response.end(`[${wouldBe}]`),
  'answers null': (response) => response.end('null'),
  'answers an empty object': (response) => response.end('{}'),
}
