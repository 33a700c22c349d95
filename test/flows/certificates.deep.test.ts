import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeCard } from '../../local/demo/card.ts'
import { certificatesHold } from '../../local/demo/certificates.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('W7 the life of a certificate, over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('is issued, signed, reported, suspended, reinstated, renewed and over, and is the same wherever one asks', async () => {
    const { platform, engine } = instance
    const { user, person } = await verifiedUser(instance, 'fee')
    await platform.pass('61s')
    await typeCard(platform, user, { phone: user.phone })
    const said: string[] = []
    const held = await certificatesHold({ platform, engine, step: (line) => void said.push(line) }, person, (line) => {
      said.push(line)
    })
    expect([held, said.filter((line) => line.startsWith('WRONG'))]).toEqual([true, []])
  })
})
