import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handInCard, uploadCard } from '../../local/demo/document.ts'
import type { Person, User } from '../../local/demo/user.ts'
import { cardholderOf } from '../documents/specimens/cardholders.ts'
import { photoOf } from '../documents/specimens/photos.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

describe('X1 an identity card over HTTP', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  beforeEach(() => instance.clear())
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const mine = ({ token }: Pick<User, 'token'>) => instance.platform.shiming.withSession(token)

  const photosOf = async (person: Pick<Person, 'name' | 'idNumber'>) => {
    const holder = cardholderOf(person, 3)
    return {
      front: new Uint8Array(await photoOf(holder, 'front')),
      back: new Uint8Array(await photoOf(holder, 'back')),
    }
  }

  it('of who is verified proves their document', async () => {
    const { user, person } = await verifiedUser(instance, 'fee')
    const uploaded = await uploadCard(instance.platform, user, await photosOf(person))
    const document = await handInCard(instance.platform, user, uploaded)
    expect(document).toMatchObject({ status: 'checking', reason: null, valid: false })
    await settle(instance.engine)
    expect(await mine(user).documents.get(document.id)).toMatchObject({ status: 'proven', valid: true })
    expect((await mine(user).account.get()).verification).toMatchObject({ level: 2 })
  })
})
