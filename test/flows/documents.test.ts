import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocumentRoute } from '../../functions/documents/read.route.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import { cardholders } from '../documents/specimens/cardholders.ts'
import { photoOf } from '../documents/specimens/photos.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const [holder] = cardholders(3)
if (!holder) throw new Error('nobody holds a card')

describe('X1 photos of a card, from the picture to what stands on it', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  let numbers = 0
  const someone = (): Promise<User> => {
    numbers += 1
    return signIn(instance.platform, `1991600${String(numbers).padStart(4, '0')}`)
  }

  const agreed = async ({ token }: User) => {
    const { consent } = await instance.platform.shiming.withSession(token).documents.terms()
    return { notice: consent.version, agreed: true } as const
  }

  it('are read where they are uploaded, either side', async () => {
    const { platform } = instance
    const user = await someone()
    const { token } = user
    const read = async (side: 'front' | 'back') => {
      const kind = side === 'front' ? 'document_page' : 'document_back'
      const photo = new Uint8Array(await photoOf(holder, side))
      const { id } = await uploadPicture(platform, user, kind, photo, 'image/jpeg')
      const typed = { name: holder.name, idNumber: '110101188001010038' }
      const { documents } = platform.shiming.withSession(token)
      return documents.read({ material: id, side, typed, consent: await agreed(user) })
    }
    const front = await read('front')
    expect(front.compared).toEqual({ name: 'equal', idNumber: 'different' })
    expect(front.card).toMatchObject({
      ...{ idNumber: holder.idNumber, name: holder.name, nation: holder.nation, address: holder.address },
      birth: holder.idNumber.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3'),
      validUntil: null,
    })
    const back = await read('back')
    expect(back.card).toMatchObject({ authority: holder.authority, name: null, idNumber: null })
    expect(back.compared).toEqual({ name: null, idNumber: null })
  })

  it('that cannot be used are 2010019, with the reason and what to do', async () => {
    const { platform } = instance
    const user = await someone()
    const photo = new Uint8Array(await photoOf(holder, 'back'))
    const { id } = await uploadPicture(platform, user, 'document_page', photo, 'image/jpeg')
    const body = { material: id, side: 'front', consent: await agreed(user) } as const
    const refused = await platform.call(readDocumentRoute, { token: user.token, body })
    expect(refused).toMatchObject({
      status: 422,
      problem: {
        code: 'document_unreadable',
        legacyCode: 2010019,
        reason: 'wrong_side',
        failures: 1,
        comesNext: 'again',
      },
    })
  })
})
