import { GOOD_CARD, typeCard } from './card.ts'
import type { Stage } from './journeys.ts'
import { type Person, signIn } from './user.ts'

/** Test cards of the sandbox that no bank lets pass; `GET /sandbox/people` lists them all. */
const LOST_CARD = '6200000000000047'

/** A code may be asked for again by then, and the bank has answered. */
const LATER = '61s'

/** Binds, takes off and binds again; answers in which states a card was, and how far its account is verified by it. */
const oneCard = async ({ platform, step }: Stage, person: Person): Promise<string[]> => {
  const user = await signIn(platform, person.phone)
  const mine = platform.shiming.withSession(user.token)
  await platform.pass(LATER)
  const type = async (number: string, holder: Parameters<typeof typeCard>[2]) => {
    const { id } = await typeCard(platform, user, holder, number)
    await platform.pass(LATER)
    return mine.cards.get(id)
  }
  const level = async () => (await mine.account.get()).verification.levelName
  const lost = await type(LOST_CARD, person)
  step(`a lost card: ${lost.status}, ${lost.reason}, ${lost.remedy}`)
  const bound = await type(GOOD_CARD, person)
  const levels = [await level()]
  step(`a good one: ${bound.status}, and who typed it is verified: ${levels[0]}`)
  const unbound = await mine.cards.unbind(bound.id)
  levels.push(await level())
  step(`taken off: ${unbound.status}, formerly bound: ${unbound.former}, level ${levels[1]}`)
  // Who they are is known now, and nothing of it is typed.
  const again = await type(GOOD_CARD, { phone: person.phone })
  levels.push(await level())
  step(`typed again, without name and number: ${again.status}, level ${levels[2]}`)
  return [lost.reason ?? '', bound.status, unbound.status, again.status, ...levels]
}

/** Somebody else's account types the same person; answers why it is refused. */
const elsewhere = async ({ platform, step }: Stage, other: Person, person: Person): Promise<string> => {
  const user = await signIn(platform, other.phone)
  await platform.pass(LATER)
  const code = await typeCard(platform, user, person).then(
    () => 'taken',
    (problem: { code?: string }) => problem.code ?? 'failed',
  )
  step(`the same person on another account: ${code}`)
  return code
}

/** Drives bank cards of two people; answers whether each ended as it must. */
export const cardsHold = async (
  stage: Stage,
  cast: (outcome: string) => Promise<Person>,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\nbank cards')
  // No carrier can check their number; a bank can.
  const person = await cast('unsupported_segment')
  const states = await oneCard(stage, person)
  const held =
    states.join() === 'lost,bound,unbound,bound,basic,none,basic' &&
    (await elsewhere(stage, await cast('daily_limit'), person)) === 'identity_unavailable'
  say(`bank cards: ${held ? 'ok' : 'WRONG'}`)
  return held
}
