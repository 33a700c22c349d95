import { randomBytes } from 'node:crypto'
import { KMSClient } from '@aws-sdk/client-kms'
import { afterAll, describe, expect, it } from 'vitest'
import { aboutOf } from '../../../shared/kernel/about.ts'
import { openerOf, sealerOf } from '../../../shared/vault/data-key.ts'
import { kmsVault } from '../../../shared/vault/kms.ts'
import { memoryVault } from '../../../shared/vault/memory.ts'
import { awsStub, type Operation } from '../aws-stub.ts'
import { DATA_KEY, kmsStub, MAC_KEY } from './kms-stub.ts'
import { vaultContract } from './vault.contract.ts'

const stubs: Awaited<ReturnType<typeof awsStub>>[] = []
afterAll(() => Promise.all(stubs.map((stub) => stub.stop())))

const stubWith = async (operations: Record<string, Operation>) => {
  const stub = await awsStub(operations)
  stubs.push(stub)
  return stub
}

vaultContract('vault in memory', async () => memoryVault())

vaultContract('vault on KMS', async () => {
  const { settings } = await stubWith(kmsStub())
  return kmsVault({ client: new KMSClient(settings), dataKeyId: DATA_KEY, macKeyId: MAC_KEY })
})

describe('what KMS is told', () => {
  const owner = { account: 'a', verification: 'v' }
  it('is the key, the encryption context and the value of the MAC, and no field', async () => {
    const { settings, calls } = await stubWith(kmsStub())
    const vault = kmsVault({ client: new KMSClient(settings), dataKeyId: DATA_KEY, macKeyId: MAC_KEY })
    const sealer = await vault.newDataKey(owner)
    const sealed = sealer.seal({ dataSet: 'identity', key: 'v', attribute: 'name' }, '张三')
    await vault.openDataKey(sealer.wrappedKey, owner)
    await vault.mac('张三')
    const Message = Buffer.from('张三').toString('base64')
    expect(calls.map(({ operation, input: { CiphertextBlob, ...input } }) => [operation, input])).toEqual([
      ['GenerateDataKey', { KeyId: DATA_KEY, KeySpec: 'AES_256', EncryptionContext: owner }],
      ['Decrypt', { KeyId: DATA_KEY, EncryptionContext: owner }],
      ['GenerateMac', { KeyId: MAC_KEY, MacAlgorithm: 'HMAC_SHA_256', Message }],
    ])
    expect(JSON.stringify(calls)).not.toContain(sealed)
  })
})

describe('the bytes of a data key', () => {
  it('are wiped once they are in use', () => {
    const [one, other] = [randomBytes(32), randomBytes(32)]
    sealerOf('', one)
    openerOf(other)
    expect(Buffer.concat([one, other]).every((byte) => byte === 0)).toBe(true)
  })
})

describe('KMS that fails', () => {
  const owner = { account: 'a', verification: 'v' }

  it.each(['AccessDeniedException', 'DisabledException', 'KMSInvalidStateException', 'NotFoundException'])(
    'with %s is about the key, which a person must mend',
    async (refused) => {
      const { settings } = await stubWith({ Decrypt: () => ({ refused }) })
      const vault = kmsVault({ client: new KMSClient(settings), dataKeyId: DATA_KEY, macKeyId: MAC_KEY })
      const fault: unknown = await vault.openDataKey('AAAA', owner).catch((thrown: unknown) => thrown)
      expect(aboutOf(fault)).toEqual({ wanted: 'a data key that is enabled and may be used' })
      expect(fault).toMatchObject({ cause: { name: refused } })
    },
  )

  it.each([
    ['over what one caller asked', 'InvalidCiphertextException'],
    ['for a moment', 'KeyUnavailableException'],
  ])('%s is about nothing for people to mend', async (_when, refused) => {
    const { settings } = await stubWith({ Decrypt: () => ({ refused }) })
    const vault = kmsVault({ client: new KMSClient(settings), dataKeyId: DATA_KEY, macKeyId: MAC_KEY })
    const fault: unknown = await vault.openDataKey('AAAA', owner).catch((thrown: unknown) => thrown)
    expect(fault).toMatchObject({ name: refused })
    expect(aboutOf(fault)).toBeUndefined()
  })

  it('makes the vault throw, never seal under no key', async () => {
    const { settings } = await stubWith({ GenerateDataKey: () => ({}), Decrypt: () => ({}), GenerateMac: () => ({}) })
    const vault = kmsVault({ client: new KMSClient(settings), dataKeyId: DATA_KEY, macKeyId: MAC_KEY })
    await expect(vault.newDataKey(owner)).rejects.toThrow('KMS gave no')
    await expect(vault.openDataKey('AAAA', owner)).rejects.toThrow('KMS gave no data key')
    await expect(vault.mac('x')).rejects.toThrow('KMS gave no MAC')
  })
  it('makes a function without a grant throw', async () => {
    const { settings } = await stubWith(kmsStub())
    const vault = kmsVault({ client: new KMSClient(settings), dataKeyId: MAC_KEY, macKeyId: DATA_KEY })
    await expect(vault.newDataKey(owner)).rejects.toThrow('refused')
    await expect(vault.mac('x')).rejects.toThrow('refused')
  })
})
