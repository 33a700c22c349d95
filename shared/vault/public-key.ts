import { GetPublicKeyCommand, type KMSClient } from '@aws-sdk/client-kms'

/** The public half of a key that signs. */
export type PublicKeySource = {
  /** SubjectPublicKeyInfo in DER. One call. */
  read(): Promise<Uint8Array>
}

export const kmsPublicKey = ({ client, keyId }: { client: KMSClient; keyId: string }): PublicKeySource => ({
  async read() {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }))
    if (!PublicKey) throw new Error('KMS told no public key')
    return PublicKey
  },
})
