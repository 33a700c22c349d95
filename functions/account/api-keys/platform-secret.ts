import * as z from 'zod/mini'
import type { ApiKey } from './api-key.ts'

const keys = z.array(z.object({ id: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }))

const schema = z.object({ keys, operators: z._default(keys, []) })

/** The platform's API keys from the secret `platform`; throws when the secret has another form. */
export const platformKeysIn = (json: unknown): readonly ApiKey[] => z.parse(schema, json).keys

/** The operators' keys from the same secret. */
export const operatorKeysIn = (json: unknown): readonly ApiKey[] => z.parse(schema, json).operators
