import { KMSClient } from '@aws-sdk/client-kms'
import { type IndexKey, kmsVault } from '../vault/kms.ts'
import { client } from './aws.ts'
import { optionalEnv } from './environment.ts'

/** `v2=<key> v1=<key>`, the version that is written first. */
const indexKeysIn = (text = ''): IndexKey[] =>
  text.split(' ').flatMap((one) => {
    const [version, keyId] = one.split('=')
    return version && keyId ? [{ version, keyId }] : []
  })

export const vault = kmsVault({
  client: new KMSClient(client),
  dataKeyId: optionalEnv('DATA_KEY_ID'),
  macKeyId: optionalEnv('MAC_KEY_ID'),
  indexKeys: indexKeysIn(optionalEnv('INDEX_KEYS')),
})
