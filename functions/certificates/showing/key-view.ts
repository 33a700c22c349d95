import * as z from 'zod/mini'

/** A public key of P-256, named by its thumbprint (RFC 7638). */
export const keyShown = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})

export const keySetShown = z.strictObject({ keys: z.array(keyShown) })
