import { type KeyObject, sign } from 'node:crypto'

/** Certificates written out by hand: Node reads X.509 but makes none. */

type Pair = { publicKey: KeyObject; privateKey: KeyObject }

const element = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const size = content.length
  const long = size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...(size < 128 ? [size] : long)]), content])
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, ...parts)
const object = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))
/** A leading zero, lest a first bit of 1 make it negative. */
const integer = (hex: string): Buffer => element(0x02, Buffer.from(`00${hex}`.replace(/^00(?=[0-7])/, ''), 'hex'))
const bits = (bytes: Buffer): Buffer => element(0x03, Buffer.from([0]), bytes)

const attributes = { C: '550406', O: '55040a', OU: '55040b', CN: '550403' } as const
export type Name = readonly (readonly [keyof typeof attributes, string])[]

const nameOf = (name: Name): Buffer =>
  sequence(
    ...name.map(([type, value]) =>
      element(0x31, sequence(object(attributes[type]), element(0x0c, Buffer.from(value)))),
    ),
  )

const RSA = sequence(object('2a864886f70d01010b'), element(0x05))
const ECDSA = sequence(object('2a8648ce3d040302'))
const AUTHORITY = element(
  0xa3,
  sequence(sequence(object('551d13'), element(0x04, sequence(element(0x01, Buffer.from([0xff])))))),
)
const VALIDITY = sequence(element(0x17, Buffer.from('250101000000Z')), element(0x17, Buffer.from('450101000000Z')))

/** The PEM of a certificate over `of`, signed by `by`. `serial` as hex of an even length. */
export const certificate = (
  of: KeyObject,
  by: Pair,
  names: { issuer: Name; serial: string; authority?: boolean; subject?: Name },
): string => {
  const { issuer, serial, authority = false, subject = [['CN', 'subject']] } = names
  const algorithm = by.privateKey.asymmetricKeyType === 'rsa' ? RSA : ECDSA
  const content = sequence(
    element(0xa0, integer('02')),
    integer(serial),
    algorithm,
    nameOf(issuer),
    VALIDITY,
    nameOf(subject),
    of.export({ type: 'spki', format: 'der' }),
    ...(authority ? [AUTHORITY] : []),
  )
  const whole = sequence(content, algorithm, bits(sign('sha256', content, by.privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
