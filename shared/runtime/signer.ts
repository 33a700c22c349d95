import { KMSClient } from '@aws-sdk/client-kms'
import { kmsSigner } from '../vault/signer.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

/** Signs with the key that infra names for the function. */
export const signer = kmsSigner({ client: new KMSClient(client), keyId: env('SIGNING_KEY') })
