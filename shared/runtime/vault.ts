import { KMSClient } from '@aws-sdk/client-kms'
import { kmsVault } from '../vault/kms.ts'
import { versionedKeysIn } from '../vault/versioned-keys.ts'
import { client } from './aws.ts'
import { optionalEnv } from './environment.ts'

export const vault = kmsVault({
  client: new KMSClient(client),
  dataKeyId: optionalEnv('DATA_KEY_ID'),
  macKeyId: optionalEnv('MAC_KEY_ID'),
  indexKeys: versionedKeysIn(optionalEnv('INDEX_KEYS')),
})
