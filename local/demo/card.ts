import type { BankCard } from '../../clients/typescript/src/index.ts'
import type { Reached } from './platform.ts'
import { codeFor, type Person, type User } from './user.ts'

/** A test card that is good for any test person; `GET /sandbox/people` lists the others. */
export const GOOD_CARD = '6200000000000005'

/** What the form sends: name and ID number only of who is not verified yet. `phone`: the mobile reserved at the bank. */
export const cardFormOf = async (
  platform: Reached,
  { token }: Pick<User, 'token'>,
  of: Pick<Person, 'phone'> & Partial<Pick<Person, 'name' | 'idNumber'>>,
  cardNumber: string,
) => {
  const { phone, name, idNumber } = of
  const { consent } = await platform.shiming.withSession(token).cards.terms()
  const smsCode = await codeFor(platform, phone, token)
  return {
    ...(name !== undefined && { name }),
    ...(idNumber !== undefined && { idNumber }),
    ...{ cardNumber, phone, smsCode },
    consent: { notice: consent.version, agreed: true as const },
  }
}

/** Types a card, as its form does. The bank answers a moment later. */
export const typeCard = async (
  platform: Reached,
  user: Pick<User, 'token'>,
  of: Parameters<typeof cardFormOf>[2],
  cardNumber = GOOD_CARD,
): Promise<BankCard> =>
  platform.shiming.withSession(user.token).cards.bind(await cardFormOf(platform, user, of, cardNumber))
