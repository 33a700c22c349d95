import { type KeyObject, sign } from 'node:crypto'

/** A platform certificate, written out by hand: Node reads X.509 but makes none. */

const element = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const size = content.length
  const long = size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...(size < 128 ? [size] : long)]), content])
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, ...parts)
const bitString = (bytes: Buffer): Buffer => element(0x03, Buffer.from([0]), bytes)
const text = (tag: number, value: string): Buffer => element(tag, Buffer.from(value))
const object = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))
/** Positive: a first bit of 1 would make it negative. */
const integer = (hex: string): Buffer =>
  element(0x02, Buffer.from(Number.parseInt(hex.slice(0, 2), 16) < 128 ? hex : `00${hex}`, 'hex'))

const SHA256_RSA = sequence(object('2a864886f70d01010b'), element(0x05))
const NAME = sequence(element(0x31, sequence(object('550403'), text(0x0c, 'Tenpay.com Root CA'))))
const time = (at: number): Buffer =>
  text(
    0x18,
    `${new Date(at)
      .toISOString()
      .replace(/[-:T]|\.\d+/g, '')
      .slice(0, 14)}Z`,
  )

/** The PEM of a certificate over that key, signed by itself. `serial` as hex. */
export const certificate = (
  keys: { publicKey: KeyObject; privateKey: KeyObject },
  serial: string,
  from: number,
  until: number,
): string => {
  const content = sequence(
    element(0xa0, integer('02')),
    integer(serial),
    SHA256_RSA,
    NAME,
    sequence(time(from), time(until)),
    NAME,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const whole = sequence(content, SHA256_RSA, bitString(sign('RSA-SHA256', content, keys.privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
