import { ShimingProblem } from '../../clients/typescript/src/calling/errors.ts'
import { createShiming } from '../../clients/typescript/src/shiming.ts'
import type { Stage } from './journeys.ts'
import type { Platform } from './platform.ts'
import { codeFor, codeToScan, formOf, type Person, scan, signIn } from './user.ts'

/** A stage on which the platform itself acts, by its key. */
export type PlatformStage = Stage & { platformKey: string }

const SHOP = {
  names: { zh: '示例商城', en: 'Example shop' },
  callback: 'https://shop.example.com/identity',
  page: 'https://shop.example.com/close',
}

/** What the platform may do, by the client that everybody has. */
export const asPlatform = ({ platform, platformKey }: Omit<PlatformStage, 'step'>) =>
  createShiming({ baseUrl: platform.url, apiKey: platformKey, retries: 0 })

/** Step 1 of somebody, whoever is signed in. */
const submitAs = async (platform: Platform, token: string, person: Person) => {
  const code = await codeFor(platform, person.phone, token)
  const { consent } = await platform.shiming.offers.get()
  return platform.shiming.withSession(token).verifications.submit(formOf(person, 'fee', code, consent.version))
}

/** A user of the platform is verified; answers their session. */
export const verifyPlatformUser = async (stage: PlatformStage, externalId: string, person: Person): Promise<string> => {
  const { platform } = stage
  const { token = '' } = await asPlatform(stage).sessions.create({ externalId })
  const { order } = await submitAs(platform, token, person)
  await scan(platform, (await codeToScan(platform, { token }, order.id)).codeUrl)
  await platform.pass('2m')
  return token
}

/** Somebody else tries to verify as that person on the account of their own number; answers why not, and what leads on. */
export const tryElsewhere = async (platform: Platform, ownPhone: string, person: Person) => {
  const { token } = await signIn(platform, ownPhone)
  try {
    await submitAs(platform, token, person)
    return { code: 'taken', next: [] }
  } catch (error) {
    if (!(error instanceof ShimingProblem)) throw error
    return { code: error.code, next: error.next.map(({ step }) => step) }
  }
}

/** The titles of what an account was told by messages of ours, the newest first. */
export const readTitles = async ({ shiming }: Platform, token: string): Promise<string[]> =>
  (await shiming.withSession(token).messages.list().page()).items.map(({ title }) => title)

/**
 * A shop relies on who a user is; somebody else tries to verify as them, is told what leads on, and the user is told that somebody tried. Answers
 * whether everybody read what they should.
 */
export const identityHolds = async (
  stage: PlatformStage,
  { person, other }: { person: Person | undefined; other: Person },
  say: (line: string) => void,
): Promise<boolean> => {
  const { platform, step } = stage
  if (!person) throw new Error('there is nobody to verify')
  say('\na shop relies on who a user is, and somebody else tries to verify as them')
  const { businesses } = asPlatform(stage)
  const token = await verifyPlatformUser(stage, 'demo-shopper', person)
  await businesses.keep('shop', SHOP)
  const bound = await businesses.bind({ code: 'shop', externalId: 'demo-shopper' })
  const before = await platform.shiming.withSession(token).account.identity()
  step(
    `${before.name} ${before.idNumber}, level ${before.level}, relied on by ${before.businesses.map(({ names }) => names.en)}`,
  )
  const refused = await tryElsewhere(platform, other.phone, person)
  step(`another account: ${refused.code}, which leads on to ${refused.next.join(', ')}`)
  await platform.pass('3m')
  const told = (await readTitles(platform, token)).filter((title) => title.startsWith('有人尝试用您的身份'))
  step(`the user was told: ${told.length}`)
  const held =
    bound.status === 'bound' &&
    before.status === 'verified' &&
    before.businesses.length === 1 &&
    refused.code === 'identity_unavailable' &&
    refused.next.includes('use_that_account') &&
    told.length === 1
  say(`who a user is, and who else tried: ${held ? 'ok' : 'WRONG'}`)
  return held
}
