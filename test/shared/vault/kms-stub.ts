import { createHmac, randomBytes } from 'node:crypto'
import { seal, unseal } from '../../../shared/vault/sealing.ts'
import type { Operation } from '../aws-stub.ts'

export const DATA_KEY = 'arn:aws:kms:local:1:key/data'
export const MAC_KEY = 'arn:aws:kms:local:1:key/mac'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (text: unknown): Buffer => Buffer.from(String(text), 'base64')

/** The three operations of KMS that the vault uses, as documented: key kinds and the encryption context are enforced. */
export const kmsStub = (): Record<string, Operation> => {
  const root = randomBytes(32)
  const macKey = randomBytes(32)
  const bound = (context: unknown) => ({ dataSet: 'kms', key: JSON.stringify(context), attribute: '' })
  return {
    GenerateDataKey({ KeyId, KeySpec, EncryptionContext }) {
      if (KeyId !== DATA_KEY || KeySpec !== 'AES_256') return { refused: 'AccessDeniedException' }
      const Plaintext = base64(randomBytes(32))
      return { KeyId, Plaintext, CiphertextBlob: base64(Buffer.from(seal(root, bound(EncryptionContext), Plaintext))) }
    },
    Decrypt({ KeyId, CiphertextBlob, EncryptionContext }) {
      if (KeyId !== DATA_KEY) return { refused: 'AccessDeniedException' }
      try {
        return { KeyId, Plaintext: unseal(root, bound(EncryptionContext), bytes(CiphertextBlob).toString()) }
      } catch {
        return { refused: 'InvalidCiphertextException' }
      }
    },
    GenerateMac({ KeyId, MacAlgorithm, Message }) {
      if (KeyId !== MAC_KEY || MacAlgorithm !== 'HMAC_SHA_256') return { refused: 'AccessDeniedException' }
      return { KeyId, MacAlgorithm, Mac: base64(createHmac('sha256', macKey).update(bytes(Message)).digest()) }
    },
  }
}
