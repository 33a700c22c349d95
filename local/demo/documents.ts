import { type Cardholder, cardholderOf } from '../specimens/cardholders.ts'
import { specimenOf } from '../specimens/specimen.ts'
import { typeCard } from './card.ts'
import { handInCard, uploadCard } from './document.ts'
import type { Stage } from './journeys.ts'
import { type Person, signIn, type User } from './user.ts'

/** A code may be asked for again by then, and whoever was asked has answered. */
const LATER = '61s'

const photosOf = async (of: Cardholder) => ({
  front: await specimenOf(of, 'front'),
  back: await specimenOf(of, 'back'),
})

/** Hands in photos; answers what became of them, or why they were refused. */
const handIn = async (
  { platform }: Stage,
  user: Pick<User, 'token'>,
  photos: Awaited<ReturnType<typeof photosOf>>,
): Promise<string> => {
  const uploaded = await uploadCard(platform, user, photos)
  const handed = await handInCard(platform, user, uploaded).then(
    ({ id }) => ({ id }),
    ({ code = 'failed', extra }: { code?: string; extra?: { reason?: string } }) => ({
      refused: [code, extra?.reason].filter(Boolean).join(' '),
    }),
  )
  if ('refused' in handed) return handed.refused
  await platform.pass(LATER)
  return (await platform.shiming.withSession(user.token).documents.get(handed.id)).status
}

/** Drives photos of an identity card of somebody a bank has verified; answers whether each ended as it must. `other`: whose card it is not. */
export const documentsHold = async (
  stage: Stage,
  { person, other }: { person: Person | undefined; other: Person },
  say: (line: string) => void,
): Promise<boolean> => {
  const { platform, step } = stage
  if (!person) throw new Error('there is nobody to verify')
  say('\nphotos of an identity card')
  const user = await signIn(platform, person.phone)
  const account = async () => (await platform.shiming.withSession(user.token).account.get()).verification
  const own = await photosOf(cardholderOf(person))
  const early = await handIn(stage, user, own)
  step(`of who is nobody yet: ${early}`)
  await platform.pass(LATER)
  await typeCard(platform, user, person)
  await platform.pass(LATER)
  const before = (await account()).levelName
  step(`verified by a bank: ${before}`)
  const turned = await handIn(stage, user, { front: own.back, back: own.back })
  step(`the back as the front: ${turned}`)
  const theirs = await handIn(stage, user, await photosOf(cardholderOf(other)))
  step(`the card of somebody else: ${theirs}`)
  const proven = await handIn(stage, user, own)
  const after = (await account()).levelName
  step(`their own, front and back: ${proven}, and the level ${after}`)
  const again = await handIn(stage, user, own)
  step(`the same once more: ${again}`)
  const came = [early, before, turned, theirs, proven, after, again].join()
  const held =
    came ===
    'document_needs_identity,basic,document_unreadable wrong_side,document_differs,proven,documented,document_proven'
  say(`photos of an identity card: ${held ? 'ok' : 'WRONG'}`)
  return held
}
