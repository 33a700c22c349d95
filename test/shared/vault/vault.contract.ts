import { beforeAll, describe, expect, it } from 'vitest'
import { NotSealedHere } from '../../../shared/vault/sealing.ts'
import type { Vault } from '../../../shared/vault/vault.ts'

const owner = { account: 'account-1', verification: 'verification-1' }
const ofMaterial = { account: 'account-1', material: 'verification-1' }
const binding = { dataSet: 'identity', key: 'verification-1', attribute: 'name' }

/** What every vault must do; `open` gives one with keys of its own. */
export const vaultContract = (name: string, open: () => Promise<Vault>): void => {
  let vault: Vault
  beforeAll(async () => {
    vault = await open()
  })

  describe(name, () => {
    describe('P11 data keys', () => {
      it('open what was sealed under them, later and elsewhere', async () => {
        const sealer = await vault.newDataKey(owner)
        const sealed = sealer.seal(binding, '张三')
        const opener = await vault.openDataKey(sealer.wrappedKey, { ...owner })
        expect(opener.open(binding, sealed)).toBe('张三')
      })
      it('open bytes that were sealed under them, and neither damaged ones nor those of another place', async () => {
        const sealer = await vault.newDataKey(ofMaterial)
        const bytes = Uint8Array.from({ length: 1000 }, (_none, at) => at % 256)
        const sealed = sealer.sealBytes(binding, bytes)
        const opener = await vault.openDataKey(sealer.wrappedKey, { ...ofMaterial })
        expect(Buffer.from(opener.openBytes(binding, sealed)).equals(bytes)).toBe(true)
        const damaged = Uint8Array.from(sealed, (byte, at) => (at === 500 ? byte ^ 1 : byte))
        for (const wrong of [damaged, sealed.subarray(0, 20), sealed.subarray(1), new Uint8Array()])
          expect(() => opener.openBytes(binding, wrong)).toThrow(NotSealedHere)
        expect(() => opener.openBytes({ ...binding, key: 'another' }, sealed)).toThrow(NotSealedHere)
      })
      it('are not unwrapped for a verification of the same id as the material they are of', async () => {
        const { wrappedKey } = await vault.newDataKey(ofMaterial)
        const other = { account: ofMaterial.account, verification: ofMaterial.material }
        await expect(vault.openDataKey(wrappedKey, other)).rejects.toThrow()
      })
      it('are fresh each time: one opens nothing sealed under another', async () => {
        const [one, other] = [await vault.newDataKey(owner), await vault.newDataKey(owner)]
        expect(one.wrappedKey).not.toBe(other.wrappedKey)
        const opener = await vault.openDataKey(other.wrappedKey, owner)
        expect(() => opener.open(binding, one.seal(binding, '张三'))).toThrow(NotSealedHere)
      })
      it.each([
        ['another account', { account: 'account-2', verification: 'verification-1' }],
        ['another verification', { account: 'account-1', verification: 'verification-2' }],
        ['both swapped', { account: 'verification-1', verification: 'account-1' }],
        ['nobody', { account: '', verification: '' }],
      ])('are not unwrapped for %s', async (_, other) => {
        const { wrappedKey } = await vault.newDataKey(owner)
        await expect(vault.openDataKey(wrappedKey, other)).rejects.toThrow()
      })
      it('are not unwrapped once their wrapping is damaged, cut off or missing', async () => {
        const { wrappedKey } = await vault.newDataKey(owner)
        const middle = wrappedKey.length >> 1
        const other = wrappedKey[middle] === 'A' ? 'B' : 'A'
        const damaged = `${wrappedKey.slice(0, middle)}${other}${wrappedKey.slice(middle + 1)}`
        for (const text of [damaged, wrappedKey.slice(0, middle), ''])
          await expect(vault.openDataKey(text, owner)).rejects.toThrow()
      })
      it('are wrapped so that the key cannot be read from the wrapping', async () => {
        const { wrappedKey, seal } = await vault.newDataKey(owner)
        expect(JSON.stringify({ wrappedKey, seal })).toBe(JSON.stringify({ wrappedKey }))
        expect(wrappedKey).toMatch(/^[\w.-]+$/)
      })
      it('open nothing any more after they were forgotten', async () => {
        const sealer = await vault.newDataKey(owner)
        const sealed = sealer.seal(binding, '张三')
        const opener = await vault.openDataKey(sealer.wrappedKey, owner)
        opener.forget()
        expect(() => opener.open(binding, sealed)).toThrow(NotSealedHere)
        const again = await vault.openDataKey(sealer.wrappedKey, owner)
        expect(again.open(binding, sealed)).toBe('张三')
      })
      it('keep a field where it was sealed', async () => {
        const sealer = await vault.newDataKey(owner)
        const opener = await vault.openDataKey(sealer.wrappedKey, owner)
        const sealed = sealer.seal(binding, '张三')
        expect(() => opener.open({ ...binding, attribute: 'idNumber' }, sealed)).toThrow(NotSealedHere)
      })
    })

    describe('MACs', () => {
      it('are the same for the same value, and 32 bytes', async () => {
        const [one, again] = [await vault.mac('13800000000'), await vault.mac('13800000000')]
        expect(Buffer.from(one.bytes)).toEqual(Buffer.from(again.bytes))
        expect([one.version, one.bytes.length]).toEqual(['v1', 32])
      })
      it('differ between values and between keys', async () => {
        const one = Buffer.from((await vault.mac('13800000000')).bytes)
        expect(Buffer.from((await vault.mac('13800000001')).bytes)).not.toEqual(one)
        expect(Buffer.from((await (await open()).mac('13800000000')).bytes)).not.toEqual(one)
      })
    })

    it('counts one call for each key and MAC, none for sealing and opening', async () => {
      const before = vault.calls()
      const sealer = await vault.newDataKey(owner)
      const sealed = sealer.seal(binding, 'x')
      const opener = await vault.openDataKey(sealer.wrappedKey, owner)
      opener.open(binding, sealed)
      await vault.mac('x')
      expect(vault.calls() - before).toBe(3)
    })
  })
}
