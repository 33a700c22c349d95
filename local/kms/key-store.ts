import { createECDH, randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { KeyKind, KeySpec } from '../template/keys.ts'

/** A key with its material. */
export type Key = KeySpec & { material: Buffer }

/** Bytes of material by kind; an HMAC key is as long as its hash. */
const BYTES: Record<KeyKind, number> = {
  SYMMETRIC_DEFAULT: 32,
  HMAC_224: 28,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
  // The private scalar.
  ECC_NIST_P256: 32,
}

/** Saved material of these keys, base64 by id. Some may be newer than what was saved; that all are says that it is of something else. */
export const keyMaterials = (specs: readonly KeySpec[]) =>
  z.record(z.string(), z.base64()).check(
    z.refine((saved) => specs.length === 0 || specs.some(({ id }) => saved[id] !== undefined)),
    z.refine((saved) =>
      specs.every(
        ({ id, spec }) => Buffer.from(saved[id] ?? '', 'base64').length === (saved[id] === undefined ? 0 : BYTES[spec]),
      ),
    ),
  )

const freshMaterial = (spec: KeyKind): Buffer => {
  if (spec !== 'ECC_NIST_P256') return randomBytes(BYTES[spec])
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  const scalar = curve.getPrivateKey()
  return Buffer.concat([Buffer.alloc(BYTES[spec] - scalar.length), scalar])
}

/**
 * The keys of the templates with their material: that of `saved` (base64 by key id), random for keys it lacks. Also answers
 * what is to be saved now.
 */
export const keysWithMaterial = (
  specs: readonly KeySpec[],
  saved: Record<string, string>,
): { keys: Key[]; saved: Record<string, string> } => {
  const keys = specs.map((spec): Key => {
    const given = saved[spec.id]
    return { ...spec, material: given === undefined ? freshMaterial(spec.spec) : Buffer.from(given, 'base64') }
  })
  const now = keys.map(({ id, material }): [string, string] => [id, material.toString('base64')])
  return { keys, saved: { ...saved, ...Object.fromEntries(now) } }
}
