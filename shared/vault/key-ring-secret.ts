import { createSecretKey } from 'node:crypto'
import * as z from 'zod/mini'
import { about } from '../kernel/about.ts'
import type { VersionedKey } from './key-ring.ts'

const KEY_BYTES = 32

/** A token is looked for under each of them. */
const MOST_VERSIONS = 3

/** Names that a log may show. */
const VERSION = /^[a-z][a-z0-9]{0,15}$/

const WANTED = '{"current":"k2","keys":{"k1":…,"k2":…}}: at most 3 keys of 32 bytes in base64, current among them'

const isKey = (text: string): boolean => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text
}

const schema = z
  .strictObject({
    current: z.string(),
    keys: z
      .record(z.string().check(z.regex(VERSION)), z.string().check(z.refine(isKey)))
      .check(z.refine((keys) => Object.keys(keys).length <= MOST_VERSIONS)),
  })
  .check(z.refine(({ current, keys }) => Object.hasOwn(keys, current), { path: ['current'] }))

const opened = (version: string, key: string): VersionedKey => ({ version, key: createSecretKey(key, 'base64') })

/**
 * The keys in the secret of the key ring, the current one first. Throws an `About` that says what is wanted and names the members
 * that are not so.
 */
export const versionedKeysIn = (json: unknown): [VersionedKey, ...VersionedKey[]] => {
  const { current, keys } = about({ wanted: WANTED }, () => z.parse(schema, json))
  const { [current]: first = '', ...others } = keys
  return [opened(current, first), ...Object.entries(others).map(([version, key]) => opened(version, key))]
}
