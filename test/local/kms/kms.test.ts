import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keysWithMaterial } from '../../../local/kms/key-store.ts'
import { kms } from '../../../local/kms/kms.ts'
import { AwsRefusal } from '../../../local/proxy/aws-answer.ts'
import type { KeySpec } from '../../../local/template/keys.ts'

const spec = (id: string, more: Partial<KeySpec> = {}): KeySpec => ({
  id: id.padEnd(36, '0'),
  logicalId: id,
  arn: `arn:aws:kms:us-east-1:000000000000:key/${id.padEnd(36, '0')}`,
  usage: 'ENCRYPT_DECRYPT',
  spec: 'SYMMETRIC_DEFAULT',
  ...more,
})
const [data, other, mac] = [spec('d'), spec('o'), spec('m', { usage: 'GENERATE_VERIFY_MAC', spec: 'HMAC_256' })]
const pair = spec('p', { usage: 'SIGN_VERIFY', spec: 'ECC_NIST_P256' })
const { keys, saved } = keysWithMaterial([data, other, mac, pair], {})

const call = async (operation: string, input: object, among = keys): Promise<Record<string, string>> => {
  const answer = await kms(among)({
    accessKeyId: 'a',
    service: 'kms',
    operation,
    headers: {},
    body: Buffer.from(JSON.stringify(input)),
    input,
  })
  return JSON.parse(answer.body.toString())
}
const refusal = async (operation: string, input: object): Promise<string> => {
  try {
    await call(operation, input)
  } catch (error) {
    if (error instanceof AwsRefusal) return error.type
    throw error
  }
  return 'accepted'
}

const EncryptionContext = { account: 'a', verification: 'v' }
const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a key that signs', () => {
  const asked = { KeyId: pair.arn, SigningAlgorithm: 'ECDSA_SHA_256', Message: base64('root') }
  const publicKey = async (among = keys) => {
    const { PublicKey = '' } = await call('GetPublicKey', { KeyId: pair.id }, among)
    return createPublicKey({ key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' })
  }

  it('signs what its public half, and nobody else’s, verifies', async () => {
    const { Signature = '', KeyId } = await call('Sign', asked)
    const signature = Buffer.from(Signature, 'base64')
    expect(verify('sha256', Buffer.from('root'), await publicKey(), signature)).toBe(true)
    expect(verify('sha256', Buffer.from('other'), await publicKey(), signature)).toBe(false)
    const others = keysWithMaterial([pair], {}).keys
    expect(verify('sha256', Buffer.from('root'), await publicKey(others), signature)).toBe(false)
    expect(KeyId).toBe(pair.arn)
  })

  it('signs the hash of a text as it signs the text, of whatever length, and never twice the same', async () => {
    const told = await publicKey()
    const seen = new Set<string>()
    for (let nth = 0; nth < 100; nth += 1) {
      const text = `${nth}`.repeat(5000)
      const Message = createHash('sha256').update(text).digest('base64')
      const { Signature = '' } = await call('Sign', { ...asked, MessageType: 'DIGEST', Message })
      const signature = Buffer.from(Signature, 'base64')
      expect(verify('sha256', Buffer.from(text), told, signature)).toBe(true)
      expect(verify('sha256', Buffer.from(`${text}.`), told, signature)).toBe(false)
      seen.add(signature.subarray(0, 36).toString('hex'))
    }
    expect(seen.size).toBe(100)
  })

  it('is the same after a restart', async () => {
    const again = keysWithMaterial([pair], saved).keys
    const { Signature = '' } = await call('Sign', asked, again)
    expect(verify('sha256', Buffer.from('root'), await publicKey(), Buffer.from(Signature, 'base64'))).toBe(true)
  })

  it.each([
    ['Sign', { ...asked, SigningAlgorithm: 'ECDSA_SHA_512' }, 'InvalidKeyUsageException'],
    ['Sign', { ...asked, KeyId: data.arn }, 'InvalidKeyUsageException'],
    ['Sign', { ...asked, Message: base64('x'.repeat(4097)) }, 'ValidationException'],
    ['Sign', { ...asked, MessageType: 'DIGEST' }, 'ValidationException'],
    ['GetPublicKey', { KeyId: mac.arn }, 'InvalidKeyUsageException'],
  ])('%s refuses %j', async (operation, input, type) => {
    expect(await refusal(operation, input)).toBe(type)
  })
})

describe('data keys', () => {
  it('opens what it wrapped, under the same context in any order', async () => {
    const made = await call('GenerateDataKey', { KeyId: data.arn, KeySpec: 'AES_256', EncryptionContext })
    const opened = await call('Decrypt', {
      CiphertextBlob: made.CiphertextBlob,
      EncryptionContext: { verification: 'v', account: 'a' },
    })
    expect(opened.Plaintext).toBe(made.Plaintext)
    expect(Buffer.from(opened.Plaintext ?? '', 'base64')).toHaveLength(32)
    expect(opened.KeyId).toBe(data.arn)
  })

  it('opens it after a restart with saved material, and not with other material', async () => {
    const made = await call('GenerateDataKey', { KeyId: data.id, NumberOfBytes: 16, EncryptionContext })
    const input = { CiphertextBlob: made.CiphertextBlob, EncryptionContext }
    const again = keysWithMaterial([data, other, mac, pair], saved)
    expect(again.saved).toEqual(saved)
    expect((await call('Decrypt', input, again.keys)).Plaintext).toBe(made.Plaintext)
    await expect(call('Decrypt', input, keysWithMaterial([data], {}).keys)).rejects.toThrow(AwsRefusal)
  })

  it('refuses a wrong context, a changed ciphertext, another key and no ciphertext at all', async () => {
    const { CiphertextBlob = '' } = await call('GenerateDataKey', {
      KeyId: data.arn,
      KeySpec: 'AES_256',
      EncryptionContext,
    })
    const bytes = Buffer.from(CiphertextBlob, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const wrong = { ...EncryptionContext, account: 'b' }
    expect(await refusal('Decrypt', { CiphertextBlob, EncryptionContext: wrong })).toBe('InvalidCiphertextException')
    expect(await refusal('Decrypt', { CiphertextBlob })).toBe('InvalidCiphertextException')
    expect(await refusal('Decrypt', { CiphertextBlob: bytes.toString('base64'), EncryptionContext })).toBe(
      'InvalidCiphertextException',
    )
    expect(await refusal('Decrypt', { CiphertextBlob: base64('short'), EncryptionContext })).toBe(
      'InvalidCiphertextException',
    )
    expect(await refusal('Decrypt', { KeyId: other.arn, CiphertextBlob, EncryptionContext })).toBe(
      'IncorrectKeyException',
    )
  })
})

describe('MACs', () => {
  const input = { KeyId: mac.arn, MacAlgorithm: 'HMAC_SHA_256', Message: base64('11010118800101001X') }

  it('are the same for the same message, and verify', async () => {
    const made = await call('GenerateMac', input)
    expect(await call('GenerateMac', input)).toEqual(made)
    expect(await call('VerifyMac', { ...input, Mac: made.Mac })).toMatchObject({ MacValid: true })
  })

  it('refuses a wrong MAC, a wrong algorithm and a message that is too long', async () => {
    expect(await refusal('VerifyMac', { ...input, Mac: base64('no') })).toBe('KMSInvalidMacException')
    expect(await refusal('GenerateMac', { ...input, MacAlgorithm: 'HMAC_SHA_512' })).toBe('InvalidKeyUsageException')
    expect(await refusal('GenerateMac', { ...input, Message: base64('x'.repeat(4097)) })).toBe('ValidationException')
  })
})

describe('keys', () => {
  it('serve only what they are for', async () => {
    expect(await refusal('GenerateDataKey', { KeyId: mac.arn, KeySpec: 'AES_256' })).toBe('InvalidKeyUsageException')
    expect(await refusal('GenerateMac', { KeyId: data.arn, MacAlgorithm: 'HMAC_SHA_256', Message: base64('x') })).toBe(
      'InvalidKeyUsageException',
    )
  })

  it('are described, and unknown ones are not found', async () => {
    expect(await call('DescribeKey', { KeyId: mac.id })).toMatchObject({
      KeyMetadata: { Arn: mac.arn, KeySpec: 'HMAC_256' },
    })
    expect(await refusal('DescribeKey', { KeyId: 'nobody' })).toBe('NotFoundException')
    expect(await refusal('ScheduleKeyDeletion', { KeyId: mac.id })).toBe('UnknownOperationException')
    expect(await refusal('GenerateDataKey', { KeyId: data.id })).toBe('ValidationException')
  })
})
