import * as z from 'zod/mini'
import type { PlatformKey } from './platform-key.ts'

const schema = z.object({
  keys: z.array(z.object({ id: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })),
})

/** The platform's API keys from the secret `platform`; throws when the secret has another form. */
export const platformKeysIn = (json: unknown): readonly PlatformKey[] => z.parse(schema, json).keys
