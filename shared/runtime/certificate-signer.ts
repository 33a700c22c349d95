import { KMSClient } from '@aws-sdk/client-kms'
import { kmsPublicKey } from '../vault/public-key.ts'
import { kmsSigner } from '../vault/signer.ts'
import { client } from './aws.ts'
import { env } from './environment.ts'

const of = { client: new KMSClient(client), keyId: env('CERTIFICATE_KEY') }

/** Signs what is said of certificates with the key that infra names for that, and tells its public half. */
export const certificateKey = { signer: kmsSigner(of), publicKey: kmsPublicKey(of) }
