import { KMSClient } from '@aws-sdk/client-kms'
import { kmsPublicKey } from '../vault/public-key.ts'
import { kmsSigner } from '../vault/signer.ts'
import { versionedKeysIn } from '../vault/versioned-keys.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

const kms = new KMSClient(client)

/** The keys that infra names for what is said of certificates, the one that signs first: each signs, and tells its public half. */
export const certificateKeys = versionedKeysIn(env('ATTESTING_KEYS')).map(({ keyId }) => {
  const of = { client: kms, keyId }
  return { signer: kmsSigner(of), publicKey: kmsPublicKey(of) }
})
