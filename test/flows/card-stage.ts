import { handInCard, uploadCard } from '../../local/demo/document.ts'
import type { Person, User } from '../../local/demo/user.ts'
import { vendorCalls } from '../../local/demo/user.ts'
import { type Cardholder, cardholderOf } from '../../local/specimens/cardholders.ts'
import { specimenOf } from '../../local/specimens/specimen.ts'
import type { Instance } from './instance.ts'
import { settle } from './settle.ts'
import { verifiedUser } from './way.ts'

export type Photos = Awaited<ReturnType<typeof uploadCard>>

/** What a problem told. */
type Told = {
  code: string
  extra: Record<string, unknown>
  errors: { pointer: string; code: string }[]
  retryAt: unknown
}

/** How it was refused; a test fails that was not. */
export const refusal = async (doing: Promise<unknown>): Promise<Told> => {
  const taken = await doing.then(
    () => undefined,
    (problem: Told) => problem,
  )
  if (!taken) throw new Error('it was taken')
  return taken
}

/** Both sides of a card as photos. */
export const photosOf = async (holder: Cardholder) => ({
  front: await specimenOf(holder, 'front'),
  back: await specimenOf(holder, 'back'),
})

/** What whoever hands in identity cards does on an instance. */
export const cardStage = (instance: () => Instance) => {
  const mine = ({ token }: Pick<User, 'token'>) => instance().platform.shiming.withSession(token)
  return {
    mine,
    /** Somebody new who is verified, and what stands on their card. */
    verified: async () => {
      const { user, person } = await verifiedUser(instance(), 'fee')
      return { user, person, holder: cardholderOf(person) }
    },
    /** Both sides were photographed and taken in. */
    uploaded: async (user: Pick<User, 'token'>, holder: Cardholder): Promise<Photos> =>
      uploadCard(instance().platform, user, await photosOf(holder)),
    /** They are handed in, and the authority has answered. */
    handedIn: async (user: Pick<User, 'token'>, photos: Photos) => {
      const { id } = await handInCard(instance().platform, user, photos)
      await settle(instance().engine)
      return mine(user).documents.get(id)
    },
    /** How often a vendor was called about a person. */
    calls: async ({ phone }: Pick<Person, 'phone'>): Promise<number> => {
      const { billed, unbilled } = await vendorCalls(instance().platform, phone)
      return billed + unbilled
    },
    verificationOf: async (user: User) => (await mine(user).account.get()).verification,
  }
}
