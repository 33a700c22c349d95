import { ShimingError } from '../calling/errors.ts'
import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { waitWhile } from './wait-while.ts'

/** A bank card of an account, with the last four digits of its number. */
export type BankCard = Answer<'GET /v1/cards/{id}'>

/** How to wait for one. */
export type CardWaitOptions = CallOptions & {
  /** Told when the status has changed: first of the one it has now. */
  onProgress?: ((card: BankCard) => void) | undefined
}

const ROUTE = 'GET /v1/cards/{id}'

/** The time was over before the bank had answered; nothing is lost, and waiting may go on with the same id. */
export class ShimingCardChecking extends ShimingError {
  override name = 'ShimingCardChecking'
  /** As it was when it was asked about last. */
  readonly card: BankCard

  constructor(card: BankCard) {
    super(ROUTE, 'the card is still being checked; ask again later')
    this.card = card
  }
}

/** Cards that the platform sees of its user, and a signed-in user of themselves. */
export const actingCards = (ask: Ask) => ({
  /** All cards: bound, being checked, refused, and those that were bound once; the one that was typed last first. */
  list: async (options: CallOptions = {}): Promise<BankCard[]> => (await ask('GET /v1/cards', options)).cards,
  /** One card. */
  get: (id: string, options: CallOptions = {}): Promise<BankCard> => ask(ROUTE, { params: { id }, ...options }),
  /**
   * Waits until the bank has answered: the card is then `bound`, or `refused` with its `reason`. Rejects with `ShimingCardChecking` after
   * `timeoutMs`, 15 minutes unless said.
   */
  waitForCard: (id: string, options: CardWaitOptions = {}): Promise<BankCard> =>
    waitWhile(
      {
        ask: (call) => ask(ROUTE, { params: { id }, ...call }),
        isOpen: ({ status }) => status === 'checking',
        stillOpen: (card) => new ShimingCardChecking(card),
      },
      options,
    ),
})

/** Cards of a signed-in user. */
export const userCards = (ask: Ask) => ({
  ...actingCards(ask),
  /** Whether cards are checked here, how many may be bound, and the notice to agree to. */
  terms: (options: CallOptions = {}): Promise<Answer<'GET /v1/card-terms'>> => ask('GET /v1/card-terms', options),
  /** Has the bank asked about a card, free of charge. Who is verified leaves name and ID number out. */
  bind: (body: Body<'POST /v1/cards'>, options: CallOptions = {}): Promise<Answer<'POST /v1/cards'>> =>
    ask('POST /v1/cards', { body, ...options }),
  /** Takes a card off; what it proved ends with it. Doing it twice does no harm. */
  unbind: (id: string, options: CallOptions = {}): Promise<Answer<'DELETE /v1/cards/{id}'>> =>
    ask('DELETE /v1/cards/{id}', { params: { id }, ...options }),
})
