import { randomBytes, webcrypto } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A key pair made for this run; the vendor's own look the same. */
export const freshKey = () => ({
  secretId: `AKID${randomBytes(16).toString('hex')}`,
  secretKey: randomBytes(16).toString('hex'),
})

/** What the secret of an account holds that checks people and sends texts. */
export const heldAccount = {
  secretId: 'id',
  secretKey: 'key',
  region: 'ap-guangzhou',
  smsSdkAppId: '1400000000',
  smsSignName: '示明',
  smsTemplateId: '100',
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))
const hex = (buffer: ArrayBuffer): string => Buffer.from(buffer).toString('hex')

const mac = async (key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const imported = await webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await webcrypto.subtle.sign('HMAC', imported, bytes(text)))
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=(\S+?)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/

/**
 * The vendor's side of the signature, from the protocol's description and with Web Cryptography, so that it shares nothing
 * with what it checks. Answers whether the headers, as received, sign the body.
 */
export const verifies = async (
  key: { secretId: string; secretKey: string },
  headers: Record<string, string | string[] | undefined>,
  body: string,
): Promise<boolean> => {
  const found = AUTHORIZATION.exec(String(headers.authorization))
  if (!found) return false
  const [, secretId, day = '', service = '', names = '', signature] = found
  const timestamp = Number(headers['x-tc-timestamp'])
  if (secretId !== key.secretId || day !== new Date(timestamp * 1000).toISOString().slice(0, 10)) return false
  if (!names.split(';').includes('content-type') || !names.split(';').includes('host')) return false
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim().toLowerCase()}\n`)
  const digest = async (text: string) => hex(await webcrypto.subtle.digest('SHA-256', bytes(text)))
  const canonical = `POST\n/\n\n${lines.join('')}\n${names}\n${await digest(body)}`
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${day}/${service}/tc3_request\n${await digest(canonical)}`
  let derived = bytes(`TC3${key.secretKey}`)
  for (const part of [day, service, 'tc3_request', toSign]) derived = await mac(derived, part)
  return Buffer.from(derived).toString('hex') === signature
}

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

/** The envelope of API 3.0 as JSON text. */
export const enveloped = (response: Record<string, unknown>): string =>
  JSON.stringify({ Response: { ...response, RequestId: '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22' } })

/** What a vendor or the network can do wrong after the connection stands, each with the answer it gives at most. */
export const faults: Record<string, (response: ServerResponse, wouldBe: string) => void> = {
  'answers nothing': () => undefined,
  'stops within the body': (response, wouldBe) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': wouldBe.length })
    response.write(wouldBe.slice(0, -4))
  },
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
  'answers without Response': (response) => response.end('{"Result":"0","RequestId":"x"}'),
}
