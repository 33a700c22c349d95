import type { CardSettings } from '../../functions/wallet/cards/settings.ts'
import { nextBeijingDay } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'
import { CARD, cardNumber, checked, typed, unbound } from '../wallet/cards/fixture.ts'
import { decided, person, type User, type World, world } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const TODAY = nextBeijingDay(NOON)

/** Only what is named is near. */
const near = (limit: { cards?: Partial<CardSettings['cards']>; perDay?: number }): World =>
  world({
    cards: { most: FAR, checksPerCard: FAR, ...limit.cards },
    platformChecks: { perDay: limit.perDay ?? FAR },
  })

type Holder = { user: User; who: ReturnType<typeof person> }

const holderOf = async (at: World, nth: number): Promise<Holder> => {
  const who = person('match', nth)
  const { user } = await decided(at, { who })
  return { user, who }
}

/** Types a card and has the bank asked, or is refused. */
const cardOnce = async (at: World, of: Holder, number: string) => {
  const outcome = await typed(at, { ...of, number })
  if (outcome.ok) await checked(at, outcome.value)
  return outcome
}

/** Another card each time. */
const newCards =
  (limit: Parameters<typeof near>[0], isForever: boolean): Drive =>
  async () => {
    const at = near(limit)
    const [one, other] = [await holderOf(at, 0), await holderOf(at, 1)]
    let nth = 0
    const once = () => {
      nth += 1
      return cardOnce(at, one, cardNumber(nth))
    }
    const elsewhere = () => cardOnce(at, other, cardNumber(nth))
    return { most: NEAR, time: at.time, once, elsewhere, ...(!isForever && { endsAt: TODAY }) }
  }

/** The same card, now on this account, now on that; each time taken off again. */
const oneCard: Drive = async () => {
  const at = near({ cards: { checksPerCard: NEAR } })
  const holders = [await holderOf(at, 0), await holderOf(at, 1)] as const
  let nth = 0
  const bindAndUnbind = async (number: string) => {
    nth += 1
    const of = holders[nth % 2 === 0 ? 0 : 1]
    const outcome = await cardOnce(at, of, number)
    if (outcome.ok) await unbound(at, of.user, outcome.value.id)
    return outcome
  }
  const once = () => bindAndUnbind(CARD)
  const elsewhere = () => bindAndUnbind(cardNumber(7))
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: TODAY }
}

export const cardDrives: Readonly<Record<string, Drive>> = {
  'platformChecks.perDay': newCards({ perDay: NEAR }, false),
  'cards.most': newCards({ cards: { most: NEAR } }, true),
  'cards.checksPerCard': oneCard,
}
