import { DecryptCommand, GenerateDataKeyCommand, GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import { About } from '../kernel/about.ts'
import { openerOf, sealerOf } from './data-key.ts'
import type { Vault } from './vault.ts'

type Options = {
  client: KMSClient
  /** Symmetric key that wraps data keys; empty in functions that hold no grant on it. */
  dataKeyId?: string
  /** HMAC_256 key; empty in functions that hold no grant on it. */
  macKeyId?: string
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
export const kmsVault = ({ client, dataKeyId, macKeyId }: Options): Vault => {
  let calls = 0
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
    async mac(value) {
      calls += 1
      const made = await client.send(
        new GenerateMacCommand({ KeyId: macKeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(value) }),
      )
      return required(made.Mac, 'MAC')
    },
  }
}
