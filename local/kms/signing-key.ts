import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** The private key of P-256 whose scalar that is. */
export const privateKeyOf = (scalar: Buffer): KeyObject => {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  // Uncompressed: 4, x, y.
  const point = curve.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((one) => one.toString('base64url'))
  const d = scalar.toString('base64url')
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d }, format: 'jwk' })
}

/** Its public key as KMS answers it: SubjectPublicKeyInfo in DER. */
export const publicKeyOf = (scalar: Buffer): Buffer =>
  createPublicKey(privateKeyOf(scalar)).export({ type: 'spki', format: 'der' })
