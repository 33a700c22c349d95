import * as z from 'zod/mini'
import type { World } from './world.ts'

const usages = ['ENCRYPT_DECRYPT', 'GENERATE_VERIFY_MAC', 'SIGN_VERIFY'] as const
type KeyUsage = (typeof usages)[number]

/** A KMS key: what templates call it, what it may be used for, and how long its material is. */
export type KeySpec = { id: string; logicalId: string; arn: string; usage: KeyUsage; spec: KeyKind }

const kinds = ['SYMMETRIC_DEFAULT', 'HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512', 'ECC_NIST_P256'] as const
export type KeyKind = (typeof kinds)[number]

const key = z.object({
  KeySpec: z._default(z.enum(kinds), 'SYMMETRIC_DEFAULT'),
  KeyUsage: z._default(z.enum(usages), 'ENCRYPT_DECRYPT'),
})

/** Every KMS key of the templates. Throws TemplateError for kinds of keys the engine does not have. */
export const readKeys = (world: World): KeySpec[] =>
  world.ofType('AWS::KMS::Key').map((resource) => {
    const { KeySpec, KeyUsage } = world.read(resource, key)
    return { id: resource.name, logicalId: resource.logicalId, arn: resource.arn, usage: KeyUsage, spec: KeySpec }
  })
