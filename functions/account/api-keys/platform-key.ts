import { type ApiKey, apiKeyId } from './api-key.ts'

/** An API key of the platform's backend. */
export type PlatformKey = ApiKey

const PREFIX = 'smk_'

/** True for a text that claims to be an API key of the platform. */
export const isPlatformKey = (text: string | undefined): text is string => text?.startsWith(PREFIX) ?? false

/** The id of the platform's key that `presented` is, or undefined. */
export const platformKeyId = (presented: string | undefined, keys: readonly PlatformKey[]): string | undefined =>
  apiKeyId(PREFIX, presented, keys)
