import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** How a name server answers about a name: with texts, each in pieces; with none; that there is no such name; that it failed; or not at all. */
export type DnsAnswer = { texts: readonly (readonly string[])[] } | 'no_such_name' | 'failed' | 'silent'

const TXT = 16
const IN = 1
const codes = { no_such_name: 3, failed: 2 }

/** The name in a question, and where the question ends. */
const questionIn = (message: Buffer): { name: string; end: number } => {
  const labels: string[] = []
  let at = 12
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.'), end: at + 5 }
}

const recordOf = (pieces: readonly string[]): Buffer => {
  const data = Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])))
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(TXT, 2)
  head.writeUInt16BE(IN, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

/** A name server of one test, which speaks DNS (RFC 1035) over UDP. */
export const startDns = async (answers: Readonly<Record<string, DnsAnswer>>) => {
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const { name, end } = questionIn(message)
    asked.push(name)
    const answer = answers[name] ?? 'no_such_name'
    if (answer === 'silent') return
    const records = typeof answer === 'string' ? [] : answer.texts.map(recordOf)
    const head = Buffer.from(message.subarray(0, 12))
    head.writeUInt16BE(0x8180 | (typeof answer === 'string' ? codes[answer] : 0), 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(records.length, 6)
    head.writeUInt32BE(0, 8)
    socket.send(Buffer.concat([head, message.subarray(12, end), ...records]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  return {
    server: `127.0.0.1:${port}`,
    asked,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
