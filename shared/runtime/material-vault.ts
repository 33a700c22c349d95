import { KMSClient } from '@aws-sdk/client-kms'
import { kmsVault } from '../vault/kms.ts'
import { client } from './aws.ts'
import { optionalEnv } from './environment.ts'

/** The data keys of pictures, under a key of KMS of their own. */
export const materialVault = kmsVault({ client: new KMSClient(client), dataKeyId: optionalEnv('MATERIAL_KEY_ID') })
