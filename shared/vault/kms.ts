import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import { About } from '../kernel/about.ts'
import { FIRST_VERSION, ofEach, type Versioned } from '../kernel/versioned.ts'
import { openerOf, sealerOf } from './data-key.ts'
import type { Mac, Vault } from './vault.ts'
import type { VersionedKey } from './versioned-keys.ts'

type Options = {
  client: KMSClient
  /** Symmetric key that wraps data keys; empty in functions that hold no grant on it. */
  dataKeyId?: string
  /** HMAC_256 key; empty in functions that hold no grant on it. */
  macKeyId?: string
  /** HMAC_256 keys that people are indexed under, the one that is written first; empty in functions that index nobody. */
  indexKeys?: readonly VersionedKey[]
}

const required = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`KMS gave no ${what}`)
  return found
}

/** What KMS says of a key that nobody can use before a person mends something: no right, disabled, to be deleted, not there. */
const UNUSABLE = new Set([
  'AccessDeniedException',
  'DisabledException',
  'KMSInvalidStateException',
  'NotFoundException',
])

/** The fault of a call; where it is the key's and not that of what was asked, it says so. */
const faultOf = (cause: unknown): unknown =>
  cause instanceof Error && UNUSABLE.has(cause.name)
    ? new About({ wanted: 'a data key that is enabled and may be used' }, cause)
    : cause

/** The real vault on AWS KMS. */
export const kmsVault = ({ client, dataKeyId, macKeyId, indexKeys = [] }: Options): Vault => {
  let calls = 0
  const macUnder = async (version: string, keyId: string | undefined, value: string): Promise<Mac> => {
    calls += 1
    const command = { KeyId: keyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(value) } as const
    const made = await client.send(new GenerateMacCommand(command))
    return { version, bytes: required(made.Mac, 'MAC') }
  }
  const [first = { version: FIRST_VERSION, keyId: macKeyId }, ...others] = indexKeys
  const all: Versioned<{ version: string; keyId: string | undefined }> = [first, ...others]
  return {
    calls: () => calls,
    async newDataKey(owner) {
      calls += 1
      const made = await client.send(
        new GenerateDataKeyCommand({ KeyId: dataKeyId, KeySpec: 'AES_256', EncryptionContext: owner }),
      )
      const wrappedKey = Buffer.from(required(made.CiphertextBlob, 'wrapped key')).toString('base64url')
      return sealerOf(wrappedKey, required(made.Plaintext, 'data key'))
    },
    async openDataKey(wrappedKey, owner) {
      calls += 1
      const command = new DecryptCommand({
        KeyId: dataKeyId,
        CiphertextBlob: Buffer.from(wrappedKey, 'base64url'),
        EncryptionContext: owner,
      })
      const opened = await client.send(command).catch((cause: unknown) => {
        throw faultOf(cause)
      })
      return openerOf(required(opened.Plaintext, 'data key'))
    },
    mac: (value) => macUnder(FIRST_VERSION, macKeyId, value),
    versions: ofEach(all, ({ version }) => version),
    async macs(value) {
      const [one, ...rest] = ofEach(all, ({ version, keyId }) => macUnder(version, keyId, value))
      return Promise.all([one, ...rest])
    },
  }
}
