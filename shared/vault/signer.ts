import { createHash } from 'node:crypto'
import { type KMSClient, SignCommand } from '@aws-sdk/client-kms'

/** Signs texts with a key that never leaves KMS; who has its public key can tell. */
export type Signer = {
  /** ECDSA with SHA-256 over the text in UTF-8: DER, in base64, and the ARN of the key. One call. */
  sign(text: string): Promise<{ signature: string; key: string }>
}

export const kmsSigner = ({ client, keyId }: { client: KMSClient; keyId: string }): Signer => ({
  async sign(text) {
    // KMS takes no text of more than 4096 bytes, but the hash of any.
    const Message = createHash('sha256').update(text, 'utf8').digest()
    const signed = await client.send(
      new SignCommand({ KeyId: keyId, Message, MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' }),
    )
    if (!signed.Signature || !signed.KeyId) throw new Error('KMS did not sign')
    return { signature: Buffer.from(signed.Signature).toString('base64'), key: signed.KeyId }
  },
})

/** Whether KMS refused because the function may not do that with the key: its policy, or that of the function, does not let it. */
export const isNotLet = (error: unknown): boolean => error instanceof Error && error.name === 'AccessDeniedException'
