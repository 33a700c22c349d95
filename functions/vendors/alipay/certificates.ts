import { createHash, type KeyObject, X509Certificate } from 'node:crypto'

const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map(
    (block) => new X509Certificate(block),
  )

/** Node writes one attribute a line, the widest first, and puts a backslash before what RFC 2253 reserves. */
const issuerOf = (certificate: X509Certificate): string =>
  certificate.issuer
    .split('\n')
    .map((attribute) => attribute.replace(/\\(.)/g, '$1'))
    .toReversed()
    .join(',')

/** What Alipay calls a certificate: MD5 of its issuer, narrowest attribute first, and its serial in decimal. Not a safeguard. */
const serialOf = (certificate: X509Certificate): string =>
  createHash('md5')
    .update(`${issuerOf(certificate)}${BigInt(`0x${certificate.serialNumber}`)}`)
    .digest('hex')

const RSA_SIGNATURES = '1.2.840.113549.1.1'

/** `alipay_root_cert_sn`: the serials of those roots of the file that are signed with RSA; it holds others too (SM2, ECDSA). */
export const rootSerial = (pem: string): string =>
  certificatesIn(pem)
    .filter((certificate) => certificate.signatureAlgorithmOid.startsWith(RSA_SIGNATURES))
    .map(serialOf)
    .join('_')

/** Whether one of them was issued by it, or may be; not all authorities say of themselves that they are one. */
const isIssuer = (certificate: X509Certificate, all: readonly X509Certificate[]): boolean =>
  certificate.ca || all.some((other) => other !== certificate && other.issuer === certificate.subject)

/**
 * The public keys of a certificate file by serial. Several while Alipay moves to a new certificate; the authorities that such
 * files carry along sign certificates, not messages, and are left out.
 */
export const keysOf = (pem: string): ReadonlyMap<string, KeyObject> => {
  const all = certificatesIn(pem)
  return new Map(
    all
      .filter((certificate) => !isIssuer(certificate, all))
      .map((certificate) => [serialOf(certificate), certificate.publicKey]),
  )
}
