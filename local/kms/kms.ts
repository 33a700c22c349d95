import { createHmac, randomBytes, sign, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { AwsRefusal, awsAnswer } from '../proxy/aws-answer.ts'
import type { Backend } from '../proxy/proxy.ts'
import type { KeyKind, KeySpec } from '../template/keys.ts'
import { decrypt, encrypt, keyIdOf } from './ciphertext.ts'
import type { Key } from './key-store.ts'
import { signDigest } from './sign-digest.ts'
import { privateKeyOf, publicKeyOf } from './signing-key.ts'

const refuse = (type: string, message: string): never => {
  throw new AwsRefusal(type, message)
}

const blob = z.pipe(
  z.string().check(z.minLength(1)),
  z.transform((text: string) => Buffer.from(text, 'base64')),
)
const context = z._default(z.record(z.string(), z.string()), {})
const dataKeySpec = z.optional(z.enum(['AES_256', 'AES_128']))
const inputs = {
  DescribeKey: z.object({ KeyId: z.string() }),
  GenerateDataKey: z.object({
    KeyId: z.string(),
    KeySpec: dataKeySpec,
    NumberOfBytes: z.optional(z.int().check(z.minimum(1), z.maximum(1024))),
    EncryptionContext: context,
  }),
  Decrypt: z.object({ KeyId: z.optional(z.string()), CiphertextBlob: blob, EncryptionContext: context }),
  GenerateMac: z.object({ KeyId: z.string(), MacAlgorithm: z.string(), Message: blob }),
  Sign: z.object({
    KeyId: z.string(),
    SigningAlgorithm: z.string(),
    Message: blob,
    MessageType: z._default(z.enum(['RAW', 'DIGEST']), 'RAW'),
  }),
  GetPublicKey: z.object({ KeyId: z.string() }),
  VerifyMac: z.object({ KeyId: z.string(), MacAlgorithm: z.string(), Message: blob, Mac: blob }),
}

/** Longest message GenerateMac takes, in bytes. */
const MAC_MESSAGE_LIMIT = 4096

const SHA_256_BYTES = 32

/** The one MAC algorithm a kind of key serves, and its hash. */
const MAC: Partial<Record<KeyKind, { algorithm: string; hash: string }>> = {
  HMAC_224: { algorithm: 'HMAC_SHA_224', hash: 'sha224' },
  HMAC_256: { algorithm: 'HMAC_SHA_256', hash: 'sha256' },
  HMAC_384: { algorithm: 'HMAC_SHA_384', hash: 'sha384' },
  HMAC_512: { algorithm: 'HMAC_SHA_512', hash: 'sha512' },
}

const parse = <S extends z.core.$ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = z.safeParse(schema, input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return refuse('ValidationException', `${issue?.path.join('.')}: ${issue?.message}`)
}

const metadata = ({ id, arn, spec, usage }: Key): object => ({
  KeyId: id,
  Arn: arn,
  KeySpec: spec,
  KeyUsage: usage,
  KeyState: 'Enabled',
  Enabled: true,
  KeyManager: 'CUSTOMER',
  Origin: 'AWS_KMS',
})

const macOf = (key: Key, algorithm: string, message: Buffer): Buffer => {
  const { hash } = MAC[key.spec] ?? {}
  if (hash === undefined || MAC[key.spec]?.algorithm !== algorithm) {
    return refuse('InvalidKeyUsageException', `${key.arn} does not serve ${algorithm}`)
  }
  if (message.length > MAC_MESSAGE_LIMIT) return refuse('ValidationException', 'Message is longer than 4096 bytes')
  return createHmac(hash, key.material).update(message).digest()
}

const signedBy = (key: Key, { SigningAlgorithm, Message, MessageType }: z.output<typeof inputs.Sign>): Buffer => {
  if (SigningAlgorithm !== 'ECDSA_SHA_256')
    return refuse('InvalidKeyUsageException', `${key.arn} does not serve ${SigningAlgorithm}`)
  if (MessageType === 'DIGEST') {
    if (Message.length !== SHA_256_BYTES) return refuse('ValidationException', 'Digest is of the wrong length')
    return signDigest(Message, key.material)
  }
  if (Message.length > MAC_MESSAGE_LIMIT) return refuse('ValidationException', 'Message is longer than 4096 bytes')
  return sign('sha256', Message, privateKeyOf(key.material))
}

type Operation = (input: unknown) => object

const operations = (keyFor: (wanted: string, usage?: KeySpec['usage']) => Key): Record<string, Operation> => ({
  DescribeKey: (input) => ({ KeyMetadata: metadata(keyFor(parse(inputs.DescribeKey, input).KeyId)) }),
  GenerateDataKey: (input) => {
    const { KeyId, KeySpec, NumberOfBytes, EncryptionContext } = parse(inputs.GenerateDataKey, input)
    if ((KeySpec === undefined) === (NumberOfBytes === undefined)) {
      return refuse('ValidationException', 'Either KeySpec or NumberOfBytes, and not both')
    }
    const key = keyFor(KeyId, 'ENCRYPT_DECRYPT')
    const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32))
    const CiphertextBlob = encrypt(key, plaintext, EncryptionContext).toString('base64')
    return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), CiphertextBlob }
  },
  Decrypt: (input) => {
    const { KeyId, CiphertextBlob, EncryptionContext } = parse(inputs.Decrypt, input)
    const asked = KeyId === undefined ? undefined : keyFor(KeyId, 'ENCRYPT_DECRYPT')
    const id = keyIdOf(CiphertextBlob) ?? refuse('InvalidCiphertextException', 'This is no ciphertext')
    if (asked && asked.id !== id) {
      return refuse('IncorrectKeyException', 'The ciphertext was made with another key')
    }
    const key = keyFor(id, 'ENCRYPT_DECRYPT')
    const plaintext =
      decrypt(key, CiphertextBlob, EncryptionContext) ??
      refuse('InvalidCiphertextException', 'The ciphertext or its context was changed')
    return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
  },
  Sign: (input) => {
    const asked = parse(inputs.Sign, input)
    const key = keyFor(asked.KeyId, 'SIGN_VERIFY')
    const signature = signedBy(key, asked).toString('base64')
    return { KeyId: key.arn, SigningAlgorithm: asked.SigningAlgorithm, Signature: signature }
  },
  GetPublicKey: (input) => {
    const key = keyFor(parse(inputs.GetPublicKey, input).KeyId, 'SIGN_VERIFY')
    const { spec, usage, arn } = key
    const PublicKey = publicKeyOf(key.material).toString('base64')
    return { KeyId: arn, KeySpec: spec, KeyUsage: usage, PublicKey, SigningAlgorithms: ['ECDSA_SHA_256'] }
  },
  GenerateMac: (input) => {
    const { KeyId, MacAlgorithm, Message } = parse(inputs.GenerateMac, input)
    const key = keyFor(KeyId, 'GENERATE_VERIFY_MAC')
    return { KeyId: key.arn, MacAlgorithm, Mac: macOf(key, MacAlgorithm, Message).toString('base64') }
  },
  VerifyMac: (input) => {
    const { KeyId, MacAlgorithm, Message, Mac } = parse(inputs.VerifyMac, input)
    const key = keyFor(KeyId, 'GENERATE_VERIFY_MAC')
    const expected = macOf(key, MacAlgorithm, Message)
    const valid = Mac.length === expected.length && timingSafeEqual(Mac, expected)
    if (!valid) return refuse('KMSInvalidMacException', 'The MAC is not that of the message')
    return { KeyId: key.arn, MacAlgorithm, MacValid: true }
  },
})

/** The few operations of KMS that Shiming uses, over these keys, by id or ARN. */
export const kms = (keys: readonly Key[]): Backend => {
  const keyFor = (wanted: string, usage?: KeySpec['usage']): Key => {
    const key = keys.find(({ id, arn }) => id === wanted || arn === wanted)
    if (!key) return refuse('NotFoundException', `Key '${wanted}' does not exist`)
    if (usage && key.usage !== usage) return refuse('InvalidKeyUsageException', `${key.arn} is for ${key.usage}`)
    return key
  }
  const known = operations(keyFor)
  return ({ operation, input }) => {
    const execute = known[operation] ?? refuse('UnknownOperationException', `${operation} does not run here`)
    return awsAnswer('kms', execute(input))
  }
}
